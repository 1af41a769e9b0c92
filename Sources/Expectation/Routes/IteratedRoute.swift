internal import Calculus
internal import Expressions

/// Expectations under several variables, one integral after another.
///
/// Which variable goes first decides what closes: the mean of a precision that is gamma is none of the Student law that
/// is left without it. What one order leaves is tried in the next.
final class IteratedRoute: ExpectationRoute {
  let id = "route.iterated"
  private let setting: DensitySetting
  private let store: ExpressionStore
  private var orders: [IntegrationOrder]
  private var alternatives: [Int]

  /// A route with an order that gives the mass, and the positions of other variables that may be innermost, last first.
  init(_ setting: DensitySetting, _ order: IntegrationOrder, alternatives: [Int]) {
    self.setting = setting
    store = setting.store
    orders = [order]
    self.alternatives = alternatives
  }

  var logMass: Expr? { orders[0].outer.logMass }
  var normalizer: Derivation? { orders[0].outer.normalizer }
  var lemmas: [Derivation] { orders.flatMap(\.outer.lemmas) }
  var obstacles: [Obstacle] { orders.flatMap { $0.inner.obstacles + $0.outer.obstacles } }
  var newVariables: [(Expr, Expr)] { orders.flatMap(\.outer.newVariables) }

  func advance(_ derivation: inout Derivation) {
    let start = derivation
    advance(&derivation, by: orders[0])
    var next = 1
    while store.containsExpectation(derivation.result), next < orders.count || prepareAlternative() {
      var other = start
      advance(&other, by: orders[next])
      if !store.containsExpectation(other.result) { derivation = other }
      next += 1
    }
  }

  /// Prepares the next order that gives the mass; whether there is one.
  private func prepareAlternative() -> Bool {
    while let innermost = alternatives.popLast() {
      if let order = IntegrationOrder(setting, innermost: innermost, reserving: newVariables.map(\.0)) {
        orders.append(order)
        return true
      }
    }
    return false
  }

  private func advance(_ derivation: inout Derivation, by order: IntegrationOrder) {
    let whole = derivation
    derivation.apply(towerRule(order), in: store)
    // Where the inner expectation has no closed form, its variable is no constant to the outer one.
    guard let g = store.expectationArgument(derivation.result), !store.contains(g, order.variable) else { return }
    order.outer.advance(&derivation)
    // An inner integral may have poles in the outer variables that cancel; left under an integral, they are of no use.
    let outer = order.outer.setting
    let isOuter = { [store] e in outer.observed.contains { store.contains(e, $0.variable) } }
    if store.expectationArguments(derivation.result).contains(where: { outer.mayDivideByZero($0, isOuter) }) {
      derivation = whole
    }
  }

  /// E[g] = E[E[g | outer variables]]; refused where the inner expectation has no closed form.
  private func towerRule(_ order: IntegrationOrder) -> Rule {
    let (store, inner, simplifier, x) = (store, order.inner, setting.simplifier, order.variable)
    return Rule(id: "expectation.tower", sentence: "by integrating over {x} given the rest") { e in
      guard let g = store.expectationArgument(e) else { return nil }
      let given = inner.derive(g, .moment).result
      guard !store.containsExpectation(given) else { return nil }
      return Rewriting(store.expectation(of: simplifier.textbookForm(given)), bindings: [.init("x", x)])
    }
  }
}
