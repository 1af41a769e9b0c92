internal import Calculus
internal import Expressions

/// Expectations of Laurent polynomials in the function v of a Laurent kernel: `E[v^j] = I(s + j)/I(s)`.
final class LaurentRoute: ExpectationRoute {
  let id = "route.laurent"
  private(set) var lemmas: [Derivation] = []
  private(set) var obstacles: [Obstacle] = []
  private let setting: DensitySetting
  private let store: ExpressionStore
  private let kernel: LaurentKernel
  private let original: Expr
  private let substitution: Substitution?
  private let base: Expr
  /// What the base is called.
  private let letter: Expr
  private let mass: Expr
  private var values: [Expr: Expr] = [:]

  /// - Parameters:
  ///   - setting: the density of the kernel's own variable.
  ///   - original: the observed variable.
  ///   - substitution: how the kernel's variable arose from it; nil where they are the same.
  init?(_ setting: DensitySetting, _ kernel: LaurentKernel, original: Expr, _ substitution: Substitution?) {
    guard let integral = kernel.integral(kernel.exponent) else { return nil }
    self.setting = setting
    store = setting.store
    self.kernel = kernel
    self.original = original
    self.substitution = substitution
    letter = setting.freshVariable(["v", "w", "z", "y", "r"])
    base = store.sum([kernel.offset, store.product([kernel.slope, kernel.generator])])
    mass = store.product([store.exp(kernel.constant), integral])
  }

  var newVariables: [(Expr, Expr)] { substitution.map { [($0.variable, $0.forward)] } ?? [] }

  var logMass: Expr? { setting.simplifier.normal(store.log(setting.simplifier.normal(mass))) }

  var normalizer: Derivation? {
    var derivation = Derivation(.normalizer, from: store.expectation(of: store.one))
    let (store, mass, bindings, conditions) = (store, mass, bindings, stated)
    let rule = Rule(id: kernel.id, sentence: sentence, source: kernel.source) { e in
      store.expectationArgument(e) == store.one ? Rewriting(mass, bindings: bindings, conditions: conditions) : nil
    }
    derivation.apply(rule, in: store)
    derivation.apply(setting.simplifier.normalFormRule, in: store)
    return derivation
  }

  func advance(_ derivation: inout Derivation) {
    if let substitution { derivation.apply(substitutionRule(substitution), in: store) }
    derivation.apply(powersRule, in: store)
    for argument in store.expectationArguments(derivation.result) { prepareMoment(argument) }
    let replacements = lemmas.compactMap { lemma in values[lemma.subject].map { (lemma.subject, $0) } }
    derivation.apply(
      Rule(id: "expectation.moments", sentence: "with the moments above") { [store] e in
        Rewriting(store.substitute(e, replacements))
      }, in: store)
    derivation.apply(setting.simplifier.normalFormRule, in: store)
  }

  private var sentence: String { "by \(kernel.title), with {letter} = {v}" }
  private var bindings: [Rewriting.Binding] { [.init("letter", letter), .init("v", base)] }
  private var stated: [Condition] { kernel.conditions.filter { !$0.freeSymbols(in: store).isEmpty } }

  /// E[g(x)] = E[g(x(u))].
  private func substitutionRule(_ substitution: Substitution) -> Rule {
    let (store, original) = (store, original)
    return Rule(id: substitution.id, sentence: "with {u} = {definition}") { e in
      guard let g = store.expectationArgument(e) else { return nil }
      return Rewriting(
        store.expectation(of: store.substitute(g, [(original, substitution.inverse)])),
        bindings: [.init("u", substitution.variable), .init("definition", substitution.forward)])
    }
  }

  /// E[g] as a combination of the E[v^j].
  private var powersRule: Rule {
    Rule(id: "expectation.powers", sentence: "in powers of {v}, by linearity of the expectation") { [store] e in
      guard let g = store.expectationArgument(e), let powers = self.powers(of: g) else { return nil }
      let parts = powers.map { exponent, coefficient in
        let power = store.power(self.base, store.integer(exponent))
        return store.product([coefficient, power == store.one ? power : store.expectation(of: power)])
      }
      return Rewriting(store.sum(parts), bindings: self.bindings)
    }
  }

  /// The coefficients of g as a Laurent polynomial in v; nil where it is none.
  private func powers(of g: Expr) -> [(exponent: Int, coefficient: Expr)]? {
    let v = store.symbol("laurent.v")
    let generator = store.quotient(store.difference(v, kernel.offset), kernel.slope)
    // For x^2 the root of its value is put in for x, so that every even power becomes one of v.
    let (root, degree) = store.baseAndExponent(kernel.generator)
    let inPowers = setting.simplifier.normal(
      store.substitute(g, [(root, store.power(generator, store.reciprocal(degree)))]))
    var powers: [(Int, Expr)] = []
    for (function, coefficient) in setting.simplifier.collected(inPowers, by: v) {
      let (own, exponent) = store.baseAndExponent(function)
      if function == store.one {
        powers.append((0, coefficient))
      } else if own == v, let j = store.integerValue(exponent), kernel.integral(kernel.exponent + j) != nil {
        powers.append((j, coefficient))
      } else {
        note(g)
        return nil
      }
    }
    return powers.contains { store.contains($0.1, setting.observed[0].variable) } ? nil : powers
  }

  /// Derives E[v^j] once, as a lemma of its own.
  private func prepareMoment(_ argument: Expr) {
    let subject = store.expectation(of: argument)
    let (power, exponent) = store.baseAndExponent(argument)
    guard values[subject] == nil, power == base, let j = store.integerValue(exponent),
      let integral = kernel.integral(kernel.exponent + j)
    else { return }
    let value = store.product([store.exp(kernel.constant), integral, store.reciprocal(mass)])
    let (bindings, conditions) = (bindings, stated)
    var lemma = Derivation(.moment, from: subject)
    lemma.apply(
      Rule(id: kernel.id, sentence: sentence, source: kernel.source) { _ in
        Rewriting(value, bindings: bindings, conditions: conditions)
      }, in: store)
    lemma.apply(setting.simplifier.normalFormRule, in: store)
    values[subject] = lemma.result
    lemmas.append(lemma)
  }

  private func note(_ term: Expr) {
    if !obstacles.contains(where: { $0.term == term }) {
      obstacles.append(Obstacle(term: term, kernel: kernel.title, condition: nil))
    }
  }
}
