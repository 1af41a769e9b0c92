internal import Calculus
internal import Expressions

extension SolutionWriter {
  /// What is given and what is asked.
  func problem() -> Article.Section? {
    if let change = report.consequences?.coordinates { return newCoordinates(change.map) }
    let setting = report.setting
    let observed = MathBox.list(setting.observed.map { builder.inline.box($0) })
    let given: Prose = [
      .words("let "), .formula(observed), .words(" have the log-density"),
    ]
    let asked: Prose =
      question
      ?? Prose(
        """
        Find the Fisher information about {parameters} in one observation, and the Cramér–Rao bound for unbiased \
        estimators from {n} independent observations; say whether an estimator attains it
        """, filling: [("parameters", parameterList), ("n", builder.box(symbols.sampleSize))])
    let density = Article.Equation(left: symbols.logDensity, right: builder.box(setting.logDensity))
    return parts.section("Problem", [.sentence(given + [.words(":")]), .equations([density]), .sentence(asked)])
  }

  /// The density in new coordinates.
  private func newCoordinates(_ map: [(old: Expr, value: Expr)]) -> Article.Section? {
    let equations = map.map { MathBox.row([builder.inline.box($0.old), .sign(.equal), builder.inline.box($0.value)]) }
    let density = Article.Equation(left: symbols.logDensity, right: builder.box(report.setting.logDensity))
    return parts.section(
      "New coordinates",
      [
        .sentence(Prose("With {map} the log-density is:", filling: [("map", .list(equations))])),
        .equations([density]),
      ])
  }

  /// The log-density of one observation as it is differentiated, and why one observation is enough.
  func logLikelihood() -> Article.Section? {
    let sentence = Prose(
      """
      The log-likelihood of {n} independent observations is the sum of their log-densities, and so are its derivatives; \
      the information of the sample is {n} times that of one observation, and it is enough to treat one
      """, filling: [("n", builder.box(symbols.sampleSize))])
    guard let chain = derivations({ $0 == .logDensity }).first, detail != .brief else {
      return parts.section("Log-likelihood", [.sentence(sentence)])
    }
    return parts.section("Log-likelihood", [block(chain, named: symbols.logDensity), .sentence(sentence)])
  }

  /// The first derivatives.
  func score() -> Article.Section? {
    let equations = parts.parameters.indices.map { i in
      let name = count == 1 ? symbols.score : symbols.indexed(symbols.score, [builder.box(parts.parameters[i])])
      return Article.Equation(
        left: .row([name, .sign(.equal), parts.derivative([parts.parameters[i]])]), right: builder.box(report.score[i]))
    }
    return parts.section("Score", equations.isEmpty ? [] : [.equations(equations)])
  }

  /// The second derivatives, each once.
  func hessian() -> Article.Section? { parts.hessian() }

  /// The moments and the expectations that lead to the information.
  func expectations() -> Article.Section? {
    let chains = derivations { topic in
      switch topic {
      case .expectedNegativeHessian: true
      case .expectedScore: detail == .full || count == 1 || report.firstBartlett == .fails
      case .expectedScoreOuter: detail == .full || count == 1 || report.secondBartlett == .fails
      default: false
      }
    }
    let lemmas = derivations { $0 == .moment || (detail == .full && $0 == .normalizer) }
    let used = lemmas.filter { lemma in detail == .full || chains.contains { mentions($0, lemma.subject) } }
    var blocks: [Article.Block] = []
    if !used.isEmpty { blocks.append(.sentence(Prose("the moments that are needed:"))) }
    blocks += used.map { block($0) }
    if !used.isEmpty, !chains.isEmpty { blocks.append(.sentence(Prose("with these:"))) }
    var known: [Expr] = []
    for chain in chains where !known.contains(chain.subject) {
      known.append(chain.subject)
      blocks.append(block(chain, named: parts.name(chain.topic)))
    }
    let sources = (used + chains).flatMap(\.steps).compactMap(\.rule.source)
    var distinct: [String] = []
    for source in sources where !distinct.contains(source) { distinct.append(source) }
    if !distinct.isEmpty { blocks.append(.sentence(Prose("sources: " + distinct.joined(separator: "; ")))) }
    return parts.section("Expectations", blocks)
  }

  /// Whether an expression stands anywhere in a chain.
  private func mentions(_ chain: Derivation, _ target: Expr) -> Bool {
    var seen: Set<Expr> = []
    func contains(_ e: Expr) -> Bool {
      if e == target { return true }
      guard seen.insert(e).inserted else { return false }
      return store.operands(e).contains(where: contains)
    }
    return ([chain.subject] + chain.steps.map(\.after)).contains(where: contains)
  }

  /// Where the theory fails, in sentences.
  func failures() -> Article.Section? {
    guard report.regularity.extent != .always else { return nil }
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
