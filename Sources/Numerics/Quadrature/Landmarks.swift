internal import Expressions

/// Places where a density may have features of its own: the zeros of sub-expressions that are linear in the variable, such
/// as the centres of the components of a mixture, and the values of the parameters.
struct Landmarks {
  private let store: ExpressionStore
  private let variable: Expr
  /// What has no value yet: later variables, and what the variable leaves of its piece.
  private let later: [Expr]
  private var seen: Set<Expr> = []
  private(set) var places: [Expr] = []

  /// No more than this many are looked at.
  private static let most = 24

  /// - Parameter variable: what stands in the source's expressions for its first remaining variable.
  init(_ source: AxisProgram.Source, variable: Expr, rest: Expr?) {
    store = source.store
    self.variable = variable
    later = source.remaining.dropFirst().map(\.symbol) + [rest].compactMap { $0 }
    visit(source.logDensity)
    for parameter in source.parameters { add(parameter) }
  }

  private mutating func visit(_ e: Expr) {
    guard places.count < Self.most, seen.insert(e).inserted, store.contains(e, variable) else { return }
    if store.op(e) == .sum, let zero = zeroOfLinear(e) { add(zero) }
    for operand in store.operands(e) { visit(operand) }
  }

  private mutating func add(_ place: Expr) {
    if places.count < Self.most, !places.contains(place), !store.containsAny(place, later) { places.append(place) }
  }

  /// The zero of `c x + r`, if the sum is of this form.
  private func zeroOfLinear(_ e: Expr) -> Expr? {
    var coefficients: [Expr] = []
    var rest: [Expr] = []
    for term in store.operands(e) {
      if !store.contains(term, variable) {
        rest.append(term)
        continue
      }
      let factors = store.factors(term).filter { $0 != variable }
      guard factors.count + 1 == store.factors(term).count, !factors.contains(where: { store.contains($0, variable) })
      else { return nil }
      coefficients.append(store.product(factors))
    }
    return store.negated(store.quotient(store.sum(rest), store.sum(coefficients)))
  }
}
