internal import Calculus
internal import Expectation
internal import Expressions
internal import Multiprecision
internal import Numerics

/// Integrands that differ in their form only, so that one integral serves for all of them.
///
/// A derivation multiplies an integrand out before it integrates term by term. Towards an end of the support the terms of the
/// longer form may cancel to ever more digits, where the shorter form loses none: `1/x^2 - 2/x*(1/x + 1) + (1/x + 1)^2` next
/// to 0, which is 1. Two forms without kinks are taken for one function where they agree at sample points of
/// the parameters and the observed variables, by machine doubles at all of them, and to the digits of a comparison at two.
struct EquivalentIntegrands {
  /// For a form that another one stands for, the other one.
  private(set) var standard: [Expr: Expr] = [:]
  private let store: ExpressionStore
  private let symbols: [Expr]
  private let points: [[Rational]]

  private static let pointCounts = 4...6
  private static let confirmingPoints = 2
  /// Doubles may have lost digits to cancellation.
  private static let tolerance = 1e-6

  /// Looks for forms among `further` that equal one of `given`, or an earlier one of `further`, in continuous variables.
  init(_ further: [Expr], given: [Expr], _ setting: DensitySetting, parameters: [Expr]) {
    store = setting.store
    symbols = parameters + setting.observed.map(\.variable)
    let isContinuous = setting.observed.allSatisfy { !$0.range.isDiscrete && $0.atoms.isEmpty }
    let candidates = (given + further).filter { setting.store.kinkArguments(of: $0).isEmpty }
    guard isContinuous, candidates.count > 1, !further.isEmpty else {
      points = []
      return
    }
    points = SamplePoints(of: symbols, assumptions: setting.assumptions).points(upTo: Self.pointCounts.upperBound)
    guard points.count >= Self.pointCounts.lowerBound, let values = doubles(candidates) else { return }
    let places = Dictionary(zip(candidates, values)) { first, _ in first }
    var pairs: [(form: Expr, standard: Expr)] = []
    var standards = given.filter { places[$0] != nil }
    for form in further {
      guard let own = places[form] else { continue }
      if let found = standards.first(where: { Self.agree(own, places[$0] ?? []) }) {
        if found != form { pairs.append((form, found)) }
      } else {
        standards.append(form)
      }
    }
    let confirmed = confirmed(pairs)
    standard = Dictionary(confirmed.map { ($0.form, $0.standard) }) { first, _ in first }
  }

  /// The values of each form at the points; nil where one cannot be computed.
  private func doubles(_ forms: [Expr]) -> [[Double]]? {
    guard let variable = symbols.last,
      let evaluator = try? GridEvaluator(store, forms, variable: variable, parameters: symbols.dropLast())
    else { return nil }
    let columns = points.map { point in
      evaluator.values(over: [point[point.count - 1].doubleValue], parameters: point.dropLast().map(\.doubleValue))
    }
    return forms.indices.map { form in columns.map { $0[form][0] } }
  }

  private static func agree(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { $0.isFinite && $1.isFinite && abs($0 - $1) <= tolerance * max(abs($0), abs($1)) }
  }

  /// The pairs whose values agree to the digits that a comparison of two sides asks for.
  private func confirmed(_ pairs: [(form: Expr, standard: Expr)]) -> [(form: Expr, standard: Expr)] {
    let forms = pairs.flatMap { [$0.form, $0.standard] }
    guard !forms.isEmpty,
      let evaluator = try? ClosedFormEvaluator(store, expressions: forms, parameters: symbols)
    else { return [] }
    let digits = NumericOracle.requiredDigits
    let columns = points.prefix(Self.confirmingPoints).map { evaluator.evaluate(at: $0, digits: digits + 4) }
    return pairs.indices.filter { i in
      columns.allSatisfy { values in
        let (a, b) = (values[2 * i], values[2 * i + 1])
        return a.isFinite && b.isFinite && a.relativeDigits(agreeingWith: b) >= digits
      }
    }.map { pairs[$0] }
  }
}
