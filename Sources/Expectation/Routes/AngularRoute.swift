internal import Calculus
internal import Expressions

/// Expectations over a bounded interval of functions that the density makes polynomials in x and in the sine and cosine of
/// one angle: the raised cosine on (m - s, m + s), whose score has a denominator that cancels.
final class AngularRoute: ExpectationRoute {
  let id = "route.angular"
  let lemmas: [Derivation] = []
  let newVariables: [(Expr, Expr)] = []
  private(set) var obstacles: [Obstacle] = []
  private let setting: DensitySetting
  private let store: ExpressionStore
  private let polynomial: AngularPolynomial
  private let ends: (lower: Expr, upper: Expr)
  private let density: Expr
  private let mass: Expr

  init?(_ setting: DensitySetting, from lower: Expr, to upper: Expr) {
    let simplifier = setting.simplifier
    let x = setting.observed[0].variable
    let density = simplifier.normal(setting.store.exp(setting.logDensity))
    guard let polynomial = AngularPolynomial(angleOf: density, in: x, simplifier),
      let whole = polynomial.antiderivative(of: simplifier.expanded(density))
    else { return nil }
    self.setting = setting
    store = setting.store
    self.polynomial = polynomial
    ends = (lower, upper)
    self.density = density
    mass = polynomial.increase(of: whole, from: lower, to: upper)
  }

  var logMass: Expr? { setting.simplifier.normal(store.log(setting.simplifier.normal(mass))) }

  var normalizer: Derivation? {
    var derivation = Derivation(.normalizer, from: store.expectation(of: store.one))
    derivation.apply(rule(dividingBy: store.one), in: store)
    derivation.apply(setting.simplifier.normalFormRule, in: store)
    return derivation
  }

  func advance(_ derivation: inout Derivation) {
    guard derivation.apply(rule(dividingBy: mass), in: store) else {
      if let g = store.expectationArgument(derivation.result) { note(g) }
      return
    }
    derivation.apply(setting.simplifier.normalFormRule, in: store)
  }

  /// E[g] by an antiderivative of g times the density, whose integral is the divisor.
  private func rule(dividingBy divisor: Expr) -> Rule {
    let sentence = "by an antiderivative: times the density it is {product}, the derivative of {antiderivative}"
    let source = "I. S. Gradshteyn and I. M. Ryzhik, Table of Integrals, Series, and Products, 7th ed., 2.633"
    return Rule(id: "expectation.antiderivative", sentence: sentence, source: source) { [self] e in
      guard let g = store.expectationArgument(e) else { return nil }
      guard let (product, whole) = integrated(store.product([density, g])) else { return nil }
      let value = polynomial.increase(of: whole, from: ends.lower, to: ends.upper)
      return Rewriting(
        store.quotient(value, divisor), bindings: [.init("product", product), .init("antiderivative", whole)])
    }
  }

  /// A function as a polynomial, with its antiderivative; nil where its denominators do not cancel.
  private func integrated(_ e: Expr) -> (polynomial: Expr, antiderivative: Expr)? {
    let simplifier = setting.simplifier
    return [e, simplifier.sinesAsCosines(e)].firstValue { form in
      let product = simplifier.expanded(simplifier.normal(form))
      return polynomial.antiderivative(of: product).map { (product, $0) }
    }
  }

  private func note(_ term: Expr) {
    if !obstacles.contains(where: { $0.term == term }) {
      obstacles.append(Obstacle(term: term, kernel: nil, condition: nil))
    }
  }
}
