internal import Calculus
internal import Expressions

/// Expectations over a bounded interval of functions that the density makes polynomials in an angle and in its sine and
/// cosine: the raised cosine on (m - s, m + s), whose score has a denominator that cancels.
final class AngularRoute: ExpectationRoute {
  let id = "route.angular"
  let lemmas: [Derivation] = []
  private(set) var obstacles: [Obstacle] = []
  private let simplifier: Simplifier
  private let store: ExpressionStore
  private let original: Expr
  private let substitution: Substitution
  private let polynomial: AngularPolynomial
  /// The density of the angle.
  private let density: Expr
  private let mass: Expr

  /// - Parameter substitution: of the angle for the observed variable.
  init?(_ setting: DensitySetting, _ substitution: Substitution) {
    store = setting.store
    original = setting.observed[0].variable
    self.substitution = substitution
    simplifier = setting.simplifier.assuming(
      setting.assumptions.assuming([.membership(substitution.variable, substitution.image)]))
    let moved = store.substitute(setting.logDensity, [(original, substitution.inverse)])
    density = simplifier.normal(
      store.exp(store.sum([simplifier.expandedAngles(moved), substitution.logJacobian])))
    guard let polynomial = AngularPolynomial(in: substitution.variable, over: substitution.image, simplifier),
      let whole = polynomial.antiderivative(of: simplifier.expanded(density))
    else { return nil }
    self.polynomial = polynomial
    mass = polynomial.increase(of: whole)
  }

  var newVariables: [(Expr, Expr)] { [(substitution.variable, substitution.forward)] }

  var logMass: Expr? { simplifier.normal(store.log(simplifier.normal(mass))) }

  var normalizer: Derivation? {
    var derivation = Derivation(.normalizer, from: store.expectation(of: store.one))
    derivation.apply(rule(dividingBy: store.one, introducing: "with {u} = {definition}, "), in: store)
    derivation.apply(simplifier.normalFormRule, in: store)
    return derivation
  }

  func advance(_ derivation: inout Derivation) {
    let start = derivation
    derivation.apply(angleRule, in: store)
    guard derivation.apply(rule(dividingBy: mass), in: store) else {
      derivation = start
      if let g = store.expectationArgument(derivation.result) { note(g) }
      return
    }
    derivation.apply(simplifier.normalFormRule, in: store)
  }

  /// E[g(x)] = E[g(x(u))] for the angle u.
  private var angleRule: Rule {
    Rule(id: substitution.id, sentence: "with {u} = {definition}") { [self] e in
      guard let g = store.expectationArgument(e) else { return nil }
      let moved = simplifier.expandedAngles(store.substitute(g, [(original, substitution.inverse)]))
      return Rewriting(
        store.expectation(of: simplifier.normal(moved)),
        bindings: [.init("u", substitution.variable), .init("definition", substitution.forward)])
    }
  }

  /// E[g] by an antiderivative of g times the density, whose integral is the divisor.
  private func rule(dividingBy divisor: Expr, introducing start: String = "") -> Rule {
    let sentence = start + "by an antiderivative: times the density it is {product}, the derivative of {antiderivative}"
    let source = "I. S. Gradshteyn and I. M. Ryzhik, Table of Integrals, Series, and Products, 7th ed., 2.633"
    return Rule(id: "expectation.antiderivative", sentence: sentence, source: source) { [self] e in
      guard let g = store.expectationArgument(e), let (product, whole) = integrated(store.product([density, g]))
      else { return nil }
      return Rewriting(
        store.quotient(polynomial.increase(of: whole), divisor),
        bindings: [
          .init("u", substitution.variable), .init("definition", substitution.forward),
          .init("product", simplifier.textbookForm(product)), .init("antiderivative", simplifier.textbookForm(whole)),
        ])
    }
  }

  /// A function as a polynomial, with its antiderivative; nil where its denominators do not cancel.
  private func integrated(_ e: Expr) -> (polynomial: Expr, antiderivative: Expr)? {
    [e, simplifier.sinesAsCosines(e)].firstValue { form in
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
