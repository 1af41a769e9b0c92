internal import Calculus
internal import Expressions

extension SolutionWriter {
  /// What is given and what is asked.
  func problem() -> Article.Section? {
    if let change = report.consequences?.coordinates { return newCoordinates(change.map) }
    let setting = report.setting
    let observed = Prose(enumerating: setting.observed.map { builder.inline.box($0) })
    let size = builder.box(symbols.sampleSize)
    let asked: Prose =
      question
      ?? Prose("Find the Fisher information about ") + named(Array(0..<count))
      + Prose(
        " in one observation, and the Cramér–Rao bound for unbiased estimators from {n} independent observations; ",
        filling: [("n", size)])
      + Prose("say whether an estimator attains it")
    let density = Article.Equation(left: symbols.logDensity, right: symbols.logDensityFormula(builder))
    return parts.section(
      "Problem",
      [.sentence([.words("let ")] + observed + [.words(" have the log-density:")]), .equations([density])]
        + (readings + [massReading].compactMap { $0 }).map { .sentence($0) } + [.sentence(asked)])
  }

  /// What the normaliser without closed form is, and how its derivatives come about.
  private var massReading: Prose? {
    symbols.normalizer.map { mass in
      Prose(
        """
        Here {mass} makes the density integrate to 1. It has no closed form that was found: it is integrated numerically, \
        and the derivatives of its logarithm are expectations
        """, filling: [("mass", mass)])
    }
  }

  /// The density in new coordinates.
  private func newCoordinates(_ map: [(old: Expr, value: Expr)]) -> Article.Section? {
    let equations = map.map { MathBox.row([builder.inline.box($0.old), .sign(.equal), builder.inline.box($0.value)]) }
    let density = Article.Equation(left: symbols.logDensity, right: symbols.logDensityFormula(builder))
    return parts.section(
      "New coordinates",
      [
        .sentence([.words("with ")] + Prose(enumerating: equations) + [.words(" the log-density is:")]),
        .equations([density]),
      ])
  }

  /// Support, domains, and whether the theory applies.
  func setting() -> Article.Section? {
    guard var section = parts.setting() else { return nil }
    let regularity: Prose =
      switch report.regularity.extent {
      case .always:
        Prose("The model is regular on the whole domain: the identities behind the theory hold, as is shown below")
      case .when: [.words("The model is regular when "), .formula(builder.inline.box(report.regularity.conditions))]
      case .never: Prose("The model is not regular: an identity on which the theory rests fails, as is shown below")
      }
    let isKnown = report.regularity.extent != .when || !report.regularity.conditions.isEmpty
    if detail != .brief, isKnown, !parts.isUnnormalised { section.blocks.append(.sentence(regularity)) }
    return section
  }

  /// The log-density of one observation as it is differentiated, and why one observation is enough.
  func logLikelihood() -> Article.Section? {
    let sentence = Prose(
      """
      The log-likelihood of {n} independent observations is the sum of their log-densities, and so are its derivatives; \
      the information of the sample is {n} times that of one observation, and it is enough to treat one
      """, filling: [("n", builder.box(symbols.sampleSize))])
    guard let chain = derivations({ $0 == .logDensity }).first, detail == .full || isShorter(chain) else {
      return parts.section("Log-likelihood", [.sentence(sentence)])
    }
    return parts.section(
      "Log-likelihood",
      [
        .sentence(sentence + Prose(". In the form that is differentiated:")),
        .equations([Article.Equation(left: symbols.logDensity, right: builder.box(chain.result))]),
      ])
  }

  /// Whether the form that is differentiated is worth a look.
  private func isShorter(_ chain: Derivation) -> Bool {
    builder.box(chain.result).letters < builder.box(chain.subject).letters
  }

  /// The first derivatives.
  func score() -> Article.Section? {
    let equations = parts.parameters.indices.map { i in
      let name = count == 1 ? symbols.score : symbols.indexed(symbols.score, [builder.box(parts.parameters[i])])
      return Article.Equation(
        left: .row([name, .sign(.equal), parts.derivative([parts.parameters[i]])]), right: builder.box(report.score[i]))
    }
    let words = count == 1 ? "The score is the derivative of the log-density:" : "The score has the entries:"
    return parts.section("Score", equations.isEmpty ? [] : [.sentence(Prose(words)), .equations(equations)])
  }

  /// The second derivatives, each once.
  func hessian() -> Article.Section? {
    guard var section = parts.hessian() else { return nil }
    let words = count == 1 ? "The second derivative is:" : "The second derivatives are:"
    section.blocks.insert(.sentence(Prose(words)), at: 0)
    return section
  }

  /// Where the theory fails, in sentences.
  func failures() -> Article.Section? {
    guard report.regularity.extent != .always, !parts.isUnnormalised else { return nil }
    let heading = report.regularity.extent == .never ? "Why the theory fails" : "Where the theory holds"
    var blocks: [Article.Block] = []
    if report.regularity.extent == .when, !report.regularity.conditions.isEmpty {
      blocks.append(
        .sentence([.words("the model is regular when "), .formula(builder.inline.box(report.regularity.conditions))]))
    }
    return parts.section(
      heading, blocks + report.regularity.reasons.map { .sentence(builder.prose($0.detail)) })
  }
}
