internal import Calculus
internal import Expressions

extension ReportWriter {
  /// The checked derivations; those of moments stand under one title.
  func derivations() -> Article.Section? {
    guard showsDerivations else { return nil }
    var blocks: [Article.Block] = []
    var previous: Prose = []
    var sources: [String] = []
    for derivation in report.derivations.map(\.derivation) where !derivation.steps.isEmpty {
      let title = title(derivation.topic)
      let text = DerivationText(derivation, title: title == previous ? [] : title, builder: builder)
      blocks.append(.derivation(text))
      for source in text.lines.flatMap(\.sources) where !sources.contains(source) { sources.append(source) }
      previous = title
    }
    if !sources.isEmpty { blocks.append(.sentence(Prose("sources: " + sources.joined(separator: "; ")))) }
    return section("Derivation", blocks)
  }

  /// The name of what a derivation is about, where it has one.
  func name(_ topic: Derivation.Topic) -> MathBox? {
    guard case .formula(let name)? = title(topic).last else { return nil }
    return name
  }

  private func title(_ topic: Derivation.Topic) -> Prose {
    func name(_ box: MathBox, _ indices: [Int]) -> MathBox {
      count == 1 ? box : symbols.indexed(box, indices.sorted().map { builder.box(parameters[$0]) })
    }
    func product(_ i: Int, _ j: Int) -> MathBox {
      if i == j { return .superscript(name(symbols.score, [i]), .number("2")) }
      return .row([name(symbols.score, [min(i, j)]), .sign(.invisibleTimes), name(symbols.score, [max(i, j)])])
    }
    switch topic {
    case .logDensity: return Prose("log-density")
    case .score(let i): return [.words("score "), .formula(name(symbols.score, [i]))]
    case .hessian(let i, let j): return [.words("second derivative "), .formula(name(symbols.hessian, [i, j]))]
    case .consequence: return []
    case .normalizer: return Prose("normaliser")
    case .moment: return Prose("moments")
    case .expectedScore(let i):
      return [.words("mean of the score "), .formula(symbols.expectation(of: name(symbols.score, [i])))]
    case .expectedScoreOuter(let i, let j):
      return [.words("second moment of the score "), .formula(symbols.expectation(of: product(i, j)))]
    case .expectedNegativeHessian(let i, let j):
      let negative = MathBox.row([.sign(.negative), name(symbols.hessian, [i, j])])
      return [.words("mean curvature "), .formula(symbols.expectation(of: negative))]
    }
  }
}
