internal import Calculus
internal import Expressions
internal import Multiprecision

/// Expectations by parametric differentiation of one kernel integral.
///
/// With `logDensity + logJacobian = C + kernel(u; p)` and a normalised density, the expectation of
/// `exp(c·T(u)) ΠT_j(u)^(m_j)` is `exp(L(p + c) - L(p)) Q_m(p + c)`, where L is the kernel's log-integral and Q_m its
/// Bell polynomial in the derivatives of L; termwise convergence is a condition of every use.
final class KernelRoute: ExpectationRoute {
  let id = "route.kernel"
  private(set) var lemmas: [Derivation] = []
  private(set) var obstacles: [Obstacle] = []
  private let setting: DensitySetting
  private let store: ExpressionStore
  private let variable: Expr
  private let match: KernelMatch
  private let inner: Simplifier
  private var moments: KernelMoments
  private var values: [Expr: Expr] = [:]
  private var refused: Set<Expr> = []

  init(_ setting: DensitySetting, _ variable: Expr, _ match: KernelMatch, _ inner: Simplifier) {
    self.setting = setting
    store = setting.store
    self.variable = variable
    self.match = match
    self.inner = inner
    moments = KernelMoments(match.kernel, Differentiation(setting.store), setting.store)
  }

  var logMass: Expr? {
    setting.simplifier.normal(store.sum([match.constant, match.logIntegral(at: match.parameters, store)]))
  }

  var normalizer: Derivation? {
    let (store, match) = (store, match)
    let kernel = match.kernel.kernel
    let bindings = bindings
    let conditions = stated(match.conditions(at: match.parameters, store))
    let rule = Rule(id: kernel.id, sentence: sentence, source: kernel.source) { e in
      guard store.expectationArgument(e) == store.one else { return nil }
      let logMass = store.sum([match.constant, match.logIntegral(at: match.parameters, store)])
      return Rewriting(store.exp(logMass), bindings: bindings, conditions: conditions)
    }
    var derivation = Derivation(.normalizer, from: store.expectation(of: store.one))
    derivation.apply(rule, in: store)
    derivation.apply(setting.simplifier.normalFormRule, in: store)
    return derivation
  }

  /// The sentence of a use of the kernel, with a slot for each parameter and for the new variable.
  private var sentence: String {
    let kernel = match.kernel.kernel
    let variable = isIdentity ? "" : " in {new variable} = {definition}"
    return "by \(kernel.title)\(variable) with " + kernel.parameters.map { "\($0) = {\($0)}" }.joined(separator: ", ")
  }

  /// The values of the sentence's slots.
  private var bindings: [Rewriting.Binding] {
    let variable = [
      Rewriting.Binding("new variable", match.substitution.variable),
      Rewriting.Binding("definition", match.substitution.forward),
    ]
    return zip(match.kernel.kernel.parameters, match.parameters).map { Rewriting.Binding($0, $1) }
      + (isIdentity ? [] : variable)
  }

  /// The conditions that a reader has to check: those that speak of a symbol.
  private func stated(_ conditions: [Condition]) -> [Condition] {
    conditions.filter { !$0.freeSymbols(in: store).isEmpty }
  }

  var newVariables: [(Expr, Expr)] {
    isIdentity ? [] : [(match.kernel.variable, match.substitution.forward)]
  }

  func advance(_ derivation: inout Derivation) {
    if !isIdentity { derivation.apply(substitutionRule, in: store) }
    derivation.apply(linearityRule, in: store)
    for argument in store.expectationArguments(derivation.result) { prepareMoment(argument) }
    derivation.apply(momentRule, in: store)
    derivation.apply(setting.simplifier.normalFormRule, in: store)
  }

  private var isIdentity: Bool { match.substitution.id == "substitution.none" }

  /// A function of the kernel's variable as it is shown: in the observed variable itself where nothing was substituted.
  private func shown(_ g: Expr) -> Expr {
    isIdentity ? store.substitute(g, [(match.kernel.variable, variable)]) : g
  }

  private func hidden(_ g: Expr) -> Expr {
    isIdentity ? store.substitute(g, [(variable, match.kernel.variable)]) : g
  }
}

extension KernelRoute {
  /// E[g(x)] = E[g(x(u))].
  private var substitutionRule: Rule {
    let (store, inner, variable, substitution) = (store, inner, variable, match.substitution)
    return Rule(id: substitution.id, sentence: "with {u} = {definition}") { e in
      guard let g = store.expectationArgument(e) else { return nil }
      return Rewriting(
        store.expectation(of: inner.textbookForm(store.substitute(g, [(variable, substitution.inverse)]))),
        bindings: [.init("u", substitution.variable), .init("definition", substitution.forward)])
    }
  }

  /// E of a sum is the sum of the E, constants taken out; terms that diverge one by one stay together.
  private var linearityRule: Rule {
    Rule(id: "expectation.linearity", sentence: "by linearity of the expectation") { [store] e in
      guard let g = store.expectationArgument(e) else { return nil }
      var parts: [Expr] = []
      var together: [Expr] = []
      for (function, coefficient) in self.collected(self.hidden(g)) {
        if function == store.one {
          parts.append(coefficient)
        } else if self.divergesAlone(function) {
          together.append(store.product([coefficient, function]))
        } else {
          parts.append(store.product([coefficient, store.expectation(of: self.shown(function))]))
        }
      }
      if !together.isEmpty { parts.append(store.expectation(of: self.shown(store.sum(together)))) }
      return Rewriting(store.sum(parts))
    }
  }

  /// Whether a term is of the kernel's shape but not known to converge by itself.
  private func divergesAlone(_ function: Expr) -> Bool {
    guard let monomial = Monomial(function, match, inner) else { return false }
    return !conditions(monomial).allSatisfy { setting.holds($0) == .yes }
  }

  /// The expanded function as coefficients of distinct functions of the kernel's variable.
  private func collected(_ g: Expr) -> [(function: Expr, coefficient: Expr)] {
    inner.collected(g, by: match.kernel.variable)
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

  /// Derives E[function] once, as a lemma of its own.
  private func prepareMoment(_ argument: Expr) {
    let subject = store.expectation(of: argument)
    guard values[subject] == nil, !refused.contains(subject) else { return }
    guard moment(hidden(argument)) != nil else {
      refused.insert(subject)
      return
    }
    let kernel = match.kernel.kernel
    let rule = Rule(id: kernel.id, sentence: sentence, source: kernel.source) { [store] e in
      guard let g = store.expectationArgument(e), let (again, bindings, conditions) = self.moment(self.hidden(g)) else {
        return nil
      }
      return Rewriting(again, bindings: bindings, conditions: conditions)
    }
    var lemma = Derivation(.moment, from: subject)
    lemma.apply(rule, in: store)
    lemma.apply(setting.simplifier.normalFormRule, in: store)
    values[subject] = lemma.result
    lemmas.append(lemma)
  }

  /// The raw value of a moment with the kernel's parameters and the conditions of convergence.
  ///
  /// Every term must converge, or else the whole integrand must: then the terms are the analytic continuations of their
  /// integrals, whose sum is the integral by the identity theorem.
  private func moment(_ g: Expr) -> (value: Expr, bindings: [Rewriting.Binding], conditions: [Condition])? {
    let kernel = match.kernel
    var terms: [WholeIntegrand.Term] = []
    for (function, coefficient) in collected(g) {
      guard let monomial = Monomial(function, match, inner) else {
        note(Obstacle(term: shown(function), kernel: kernel.kernel.title, condition: nil))
        return nil
      }
      terms.append((coefficient, monomial))
    }
    var required = terms.flatMap { conditions($0.monomial) }
    var isContinued = false
    if let failed = required.first(where: { setting.holds($0) != .yes }) {
      guard let whole = WholeIntegrand(match: match, simplifier: setting.simplifier).conditions(for: terms),
        whole.allSatisfy({ setting.holds($0) == .yes })
      else {
        note(Obstacle(term: shown(g), kernel: kernel.kernel.title, condition: failed))
        return nil
      }
      required = whole
      isContinued = true
    }
    var parts: [Expr] = []
    for (coefficient, monomial) in terms {
      guard let value = value(of: monomial, isContinued: isContinued) else { return nil }
      parts.append(store.product([coefficient, value]))
    }
    return (store.sum(parts), bindings, stated(required))
  }

  /// The kernel's parameters after a monomial's shifts.
  private func shifted(_ monomial: Monomial) -> [Expr] {
    zip(match.parameters, monomial.shifts).map { setting.simplifier.normal(store.sum([$0, $1])) }
  }

  /// The kernel's conditions for one monomial.
  private func conditions(_ monomial: Monomial) -> [Condition] { match.conditions(at: shifted(monomial), store) }

  /// exp(L(p + c) - L(p)) Q_m(p + c); nil where a derivative has no name.
  ///
  /// Where it is continued, the exponential is written by the functions whose logarithms L holds: those have values also
  /// where they are negative.
  private func value(of monomial: Monomial, isContinued: Bool) -> Expr? {
    guard let quotient = moments.quotient(monomial.orders) else { return nil }
    let shifted = shifted(monomial)
    let growth = setting.simplifier.normal(
      store.difference(match.logIntegral(at: shifted, store), match.logIntegral(at: match.parameters, store)))
    let factor = store.exp(growth)
    return store.product([
      store.number(monomial.scale), monomial.coefficient, isContinued ? setting.simplifier.normal(factor) : factor,
      match.substituted(quotient, shifted, store),
    ])
  }

  private func note(_ obstacle: Obstacle) {
    if !obstacles.contains(where: { $0.term == obstacle.term }) { obstacles.append(obstacle) }
  }
}
