import Calculus
import Expressions
import Foundation
import Multiprecision
import Numerics
import Syntax

/// A density at a parameter point, as a line of the list gives it.
struct Family {
  let name: String
  private let variable: String
  private let set: String
  private let parameters: [(name: String, value: Rational)]
  private let logDensity: String

  struct Malformed: Error {
    let line: String
  }

  init(_ line: String) throws {
    let fields = line.split(separator: "\t").map(String.init)
    guard fields.count == 5 else { throw Malformed(line: line) }
    (name, variable, set, logDensity) = (fields[0], fields[1], fields[2], fields[4])
    parameters = try fields[3].split(separator: ",").map { assignment in
      let sides = assignment.split(separator: "=").map(String.init)
      guard sides.count == 2, let value = Rational(sides[1]) else { throw Malformed(line: line) }
      return (sides[0], value)
    }
  }

  /// What one run took of the processor's time, and what it found.
  struct Measurement {
    /// Of an integration whose programs are compiled, as those of the peers are.
    let seconds: Double
    /// Of compilation and integration.
    let secondsWithCompilation: Double
    let values: [Estimate]
  }

  /// Parses, differentiates, compiles and integrates twice: compilation goes on as far as the first integration needs it.
  ///
  /// The integrals: normaliser, E[s], then the lower triangles of E[s sᵀ] and of E[-H], row by row.
  func measured(digits: Int) throws -> Measurement {
    let store = ExpressionStore()
    let symbols = parameters.map { store.symbol($0.name) }
    let density = try store.parse(logDensity, declaring: Set(parameters.map(\.name) + [variable]))
    let differentiation = Differentiation(store)
    let score = try differentiation.gradient(of: density, by: symbols)
    let hessian = try differentiation.hessian(ofGradient: score, by: symbols)
    let pairs = score.indices.flatMap { i in (0...i).map { (i, $0) } }
    let integrands =
      [store.one] + score + pairs.map { store.product([score[$0.0], score[$0.1]]) }
      + pairs.map { store.negated(hessian[$0.0][$0.1]) }
    let range = try integrationSet(store)
    let start = clock()
    let integrals = try ExpectationIntegrals(
      store: store, logDensity: density, variables: [(store.symbol(variable), range)], integrands: integrands,
      parameters: symbols)
    let point = parameters.map(\.value)
    _ = try integrals.evaluate(at: point, digits: digits)
    let middle = clock()
    let values = try integrals.evaluate(at: point, digits: digits)
    let unit = Double(CLOCKS_PER_SEC)
    return Measurement(
      seconds: Double(clock() - middle) / unit, secondsWithCompilation: Double(middle - start) / unit, values: values)
  }

  private func integrationSet(_ store: ExpressionStore) throws -> IntegrationSet {
    let isLattice = set.hasPrefix("{")
    let bounds = set.filter { !"{}".contains($0) }.split(separator: ".", omittingEmptySubsequences: true)
    guard bounds.count == 2 else { throw Malformed(line: set) }
    func bound(_ text: Substring) throws -> Expr? {
      text.hasSuffix("inf") ? nil : try store.parse(String(text), declaring: [])
    }
    let (lower, upper) = (try bound(bounds[0]), try bound(bounds[1]))
    return isLattice ? .lattice(lower: lower, upper: upper) : .interval(lower: lower, upper: upper, kinks: [])
  }
}
