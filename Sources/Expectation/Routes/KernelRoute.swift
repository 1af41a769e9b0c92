internal import Calculus
internal import Expressions

/// Expectations by parametric differentiation of kernel integrals.
///
/// After a change of variable the density is `exp(weight) P` with P a product of sums (1 for most densities), and the
/// weight is a kernel's integrand with parameters p. Then `E[g] = ∫ exp(weight) P g / ∫ exp(weight) P`, and P g is a sum of
/// terms: monomials of that kernel, whose integrals shifts and derivatives give, and others, each of which is brought to a
/// kernel by itself. Convergence is a condition of every use.
final class KernelRoute: ExpectationRoute {
  let id = "route.kernel"
  private(set) var lemmas: [Derivation] = []
  var obstacles: [Obstacle] = []
  let setting: DensitySetting
  let store: ExpressionStore
  let form: KernelForm
  private var values: [Expr: Expr] = [:]
  private var refused: Set<Expr> = []

  init(_ setting: DensitySetting, _ form: KernelForm) {
    self.setting = setting
    store = setting.store
    self.form = form
  }

  var logMass: Expr? { form.logMass(setting.simplifier) }

  var normalizer: Derivation? {
    guard let total = form.total else { return nil }
    let (store, form) = (store, form)
    let rule = Rule(id: total.id, sentence: total.sentence, source: total.source) { e in
      guard store.expectationArgument(e) == store.one else { return nil }
      return Rewriting(
        store.product([store.exp(form.logUnit), total.value]), bindings: total.bindings, conditions: total.conditions)
    }
    var derivation = Derivation(.normalizer, from: store.expectation(of: store.one))
    derivation.apply(rule, in: store)
    derivation.apply(setting.simplifier.normalFormRule, in: store)
    return derivation
  }

  var newVariables: [(Expr, Expr)] { form.density.change.definitions(in: store) }

  func advance(_ derivation: inout Derivation) {
    guard form.density.carry(&derivation) else { return }
    let isConstant = store.expectationArgument(derivation.result).map { !store.contains($0, form.density.variable) }
    derivation.apply(linearityRule(isConstant: isConstant ?? false), in: store)
    for argument in store.expectationArguments(derivation.result) { prepareMoment(argument) }
    derivation.apply(momentRule, in: store)
    // An expectation of which nothing is known keeps its form: multiplied out, its terms may cancel.
    if store.expectationArgument(derivation.result) != nil { return }
    derivation.apply(setting.simplifier.normalAsWrittenRule, in: store)
  }

  /// Derives E[function] once, as a lemma of its own.
  private func prepareMoment(_ argument: Expr) {
    let subject = store.expectation(of: argument)
    guard values[subject] == nil, !refused.contains(subject) else { return }
    guard let moment = moment(argument) else {
      refused.insert(subject)
      return
    }
    let rule = Rule(id: moment.id, sentence: moment.sentence, source: moment.source) { [store, form] e in
      guard let g = store.expectationArgument(e), let moment = self.moment(g) else { return nil }
      return Rewriting(
        form.isTilted ? store.quotient(moment.value, form.total?.value ?? store.one) : moment.value,
        bindings: moment.bindings, conditions: moment.conditions)
    }
    var lemma = Derivation(.moment, from: subject)
    lemma.apply(rule, in: store)
    lemma.apply(setting.simplifier.normalAsWrittenRule, in: store)
    values[subject] = lemma.result
    lemmas.append(lemma)
  }

  /// ∫ exp(weight) P g in the unit of the form, or nil with the obstacle noted.
  private func moment(_ g: Expr) -> KernelForm.Moment? {
    switch form.moment(g, setting) {
    case .success(let moment): return moment
    case .failure(let obstacle):
      if !obstacles.contains(where: { $0.term == obstacle.term }) { obstacles.append(obstacle) }
      return nil
    }
  }
}

extension KernelRoute {
  /// E of a sum is the sum of the E, constants taken out; terms that may diverge one by one stay together.
  private func linearityRule(isConstant: Bool) -> Rule {
    let sentence = isConstant ? "as it does not depend on the observation" : "by linearity of the expectation"
    return Rule(id: "expectation.linearity", sentence: sentence) { [store] e in
      store.expectationArgument(e).flatMap { self.separated($0) }.map { Rewriting($0) }
    }
  }

  /// E[g] as a sum, or nil where g, multiplied out, would only be put together again.
  private func separated(_ g: Expr) -> Expr? {
    let (simplifier, variable) = (form.density.simplifier, form.density.variable)
    var parts: [Expr] = []
    var together: [Expr] = []
    let apart = TermDecomposition(form.density).withoutExponentials(g)
    for (function, normal) in simplifier.collected(apart, by: variable) {
      let coefficient = simplifier.normalAsWritten(normal)
      if function == store.one {
        parts.append(coefficient)
      } else if form.divergesAlone(function, setting) || !hasMoment(function) {
        together.append(store.product([coefficient, function]))
      } else {
        parts.append(store.product([coefficient, store.expectation(of: function)]))
      }
    }
    if !together.isEmpty {
      let rest = store.expectation(of: store.sum(together))
      prepareMoment(store.sum(together))
      if parts.isEmpty, values[rest] == nil { return nil }
      parts.append(rest)
    }
    return store.sum(parts)
  }

  /// Whether a function has a moment, or one that is known to exist.
  private func hasMoment(_ function: Expr) -> Bool {
    prepareMoment(function)
    return values[store.expectation(of: function)] != nil || form.existsAlone(function, setting)
  }

  /// The moments that have been derived, put in.
  private var momentRule: Rule {
    Rule(id: "expectation.moments", sentence: "with the moments above") { [store] e in
      let replaced = self.lemmas.compactMap { lemma in
        self.values[lemma.subject].map { (lemma.subject, $0) }
      }
      return Rewriting(store.substitute(e, replaced))
    }
  }
}
