internal import Calculus
internal import Expectation
internal import Expressions

/// The chains from inert derivatives to textbook forms.
struct DerivativeChains {
  let setting: DensitySetting
  let differentiation: Differentiation

  init(_ setting: DensitySetting) {
    self.setting = setting
    differentiation = Differentiation(setting.store, formulas: setting.simplifier.formulas)
  }

  func scores(_ parameters: [Expr]) throws(Differentiation.Unnamed) -> [Derivation] {
    var result: [Derivation] = []
    for (i, parameter) in parameters.enumerated() {
      result.append(try chain(.score(i), setting.logDensity, by: parameter))
    }
    return result
  }

  func hessians(_ score: [Expr], _ parameters: [Expr]) throws(Differentiation.Unnamed) -> [[Derivation]] {
    var result: [[Derivation]] = []
    for i in parameters.indices {
      var row: [Derivation] = []
      for j in 0...i { row.append(try chain(.hessian(i, j), score[i], by: parameters[j])) }
      result.append(row)
    }
    return result
  }

  /// The chain from the derivative of a function, less a moment that counts as a symbol, to its textbook form.
  func chain(
    _ topic: Derivation.Topic, _ f: Expr, by parameter: Expr, less moment: Expr? = nil
  ) throws(Differentiation.Unnamed) -> Derivation {
    let store = setting.store
    let derivative = store.diff(f, parameter)
    let subject = moment.map { store.difference(derivative, $0) } ?? derivative
    var chain = Derivation(topic, from: subject)
    let path = subject == derivative ? [] : store.operands(subject).firstIndex(of: derivative).map { [$0] } ?? []
    if !chain.apply(differentiation.rule, at: path, in: store) {
      // The rule refuses only where a derivative has no name; ask again for which one.
      _ = try differentiation.gradient(of: f, by: [parameter])
    }
    chain.apply(moment == nil ? setting.simplifier.textbookRule : textbookRuleAroundMoments, in: store)
    return chain
  }

  private var textbookRuleAroundMoments: Rule {
    let rule = setting.simplifier.textbookRule
    return Rule(id: rule.id, sentence: rule.sentence, isMinor: rule.isMinor) { [setting] e in
      Rewriting(InertCalls.textbookForm(e, setting.simplifier))
    }
  }
}
