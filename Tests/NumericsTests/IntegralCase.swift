import Expressions
import Multiprecision
import Numerics
import Syntax
import Testing

/// A density with integrals whose values are known, written in the language.
struct IntegralCase: Sendable, CustomStringConvertible {
  /// The set that the variable runs over, in text.
  enum Range: Sendable {
    case interval(String?, String?, kinks: [String] = [])
    case lattice(String?, String?)
    case finite([String])
  }

  let name: String
  let variable: String
  let logDensity: String
  let range: Range
  let point: [(name: String, value: String)]
  /// Integrands with the values of their integrals against the density.
  let values: [(integrand: String, value: String)]

  init(
    _ name: String, _ logDensity: String, variable: String = "x", on range: Range, at point: [(String, String)] = [],
    _ values: [(String, String)]
  ) {
    self.name = name
    self.variable = variable
    self.logDensity = logDensity
    self.range = range
    self.point = point.map { (name: $0.0, value: $0.1) }
    self.values = values.map { (integrand: $0.0, value: $0.1) }
  }

  var description: String { name }

  /// The estimates of all integrals.
  func estimates(
    digits: Int, limits: WorkLimits = WorkLimits(), provingErrors: Bool = false
  ) throws -> [Estimate] {
    let store = ExpressionStore()
    let integrals = try ExpectationIntegrals(
      store: store, logDensity: try parse(logDensity, store),
      variables: [(store.symbol(variable), try set(store))],
      integrands: try values.map { try parse($0.integrand, store) }, parameters: parameters(store))
    return try integrals.evaluate(at: coordinates, digits: digits, limits: limits, provingErrors: provingErrors)
  }

  /// The values that the integrals should have.
  func expected(digits: Int) throws -> [Real] {
    let store = ExpressionStore()
    let evaluator = try ClosedFormEvaluator(
      store, expressions: try values.map { try parse($0.value, store) }, parameters: parameters(store))
    return evaluator.evaluate(at: coordinates, digits: digits)
  }

  /// Expects every integral to have the digits, and a bound for its error that holds and, if wanted, is proven.
  func expectDigits(_ digits: Int, proven: Bool = false) throws {
    let found = try estimates(digits: digits, provingErrors: proven)
    for (position, (estimate, value)) in zip(found, try expected(digits: digits + 30)).enumerated() {
      let label = "\(name): \(values[position].integrand), \(digits) digits"
      #expect((estimate.isCertified || !proven) && estimate.status == .converged, "\(label)")
      #expect(estimate.digits >= digits, "\(label)")
      let error = (estimate.value - value).magnitude
      #expect(error.isZero || error.exponent10 <= estimate.absoluteErrorExponent10, "\(label): \(error)")
    }
  }

  private var coordinates: [Rational] { point.compactMap { Rational($0.value) } }

  private func parameters(_ store: ExpressionStore) -> [Expr] { point.map { store.symbol($0.name) } }

  private func parse(_ text: String, _ store: ExpressionStore) throws -> Expr {
    try store.parse(text, declaring: Set(point.map(\.name) + [variable]))
  }

  private func set(_ store: ExpressionStore) throws -> IntegrationSet { try range.set { try parse($0, store) } }
}

extension IntegralCase.Range {
  /// The set, its bounds read by `parse`.
  func set(_ parse: (String) throws -> Expr) rethrows -> IntegrationSet {
    switch self {
    case .interval(let lower, let upper, let kinks):
      .interval(lower: try lower.map(parse), upper: try upper.map(parse), kinks: try kinks.map(parse))
    case .lattice(let lower, let upper): .lattice(lower: try lower.map(parse), upper: try upper.map(parse))
    case .finite(let points): .finite(try points.map(parse))
    }
  }

  static let line = IntegralCase.Range.interval(nil, nil)
  static let positive = IntegralCase.Range.interval("0", nil)
  static let unit = IntegralCase.Range.interval("0", "1")
  static let naturals = IntegralCase.Range.lattice("0", nil)
  static let positiveIntegers = IntegralCase.Range.lattice("1", nil)
}
