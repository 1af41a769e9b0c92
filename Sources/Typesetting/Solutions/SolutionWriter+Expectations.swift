internal import Calculus
internal import Expressions

extension SolutionWriter {
  /// The moments and the expectations that lead to the information.
  func expectations() -> Article.Section? {
    let groups = [
      group(firstMean, if: showsAllMeans || report.firstBartlett == .fails) {
        if case .expectedScore = $0 { true } else { false }
      },
      group(secondMean, if: showsAllMeans || report.secondBartlett == .fails) {
        if case .expectedScoreOuter = $0 { true } else { false }
      },
      group(curvature, if: true) { if case .expectedNegativeHessian = $0 { true } else { false } },
    ].filter { !$0.chains.isEmpty }
    let whole = groups.flatMap(\.chains).filter { detail == .full || !isTooLong(text($0, named: parts.name($0.topic))) }
    let used = derivations { $0 == .moment || (detail == .full && $0 == .normalizer) }.filter { lemma in
      detail == .full || whole.contains { mentions($0, lemma.subject) }
    }
    var blocks: [Article.Block] = []
    if !used.isEmpty {
      blocks.append(.sentence(Prose("The moments that are needed:")))
      blocks += used.map { block($0) }
    }
    for group in groups {
      let (shown, left) = (group.chains.filter { !isBeyond($0) }, group.chains.filter { isBeyond($0) })
      if !shown.isEmpty { blocks.append(.sentence(group.title + [.words(":")])) }
      blocks += shown.map { block($0, named: parts.name($0.topic)) }
      if !left.isEmpty { blocks.append(.sentence(omitted(left))) }
    }
    blocks += sources(used + whole)
    return parts.section("Expectations", blocks)
  }

  /// Whether a result is so long that it is not printed before it is brought to its final form.
  private func isBeyond(_ chain: Derivation) -> Bool {
    detail != .full && isStatedBelow(chain.topic) && builder.box(chain.result).letters > 260
  }

  /// Whether what a mean comes to is an entry of the information, or a side of an identity that fails.
  private func isStatedBelow(_ topic: Derivation.Topic) -> Bool {
    switch topic {
    case .expectedScoreOuter, .expectedNegativeHessian:
      report.secondBartlett == .proved || report.secondBartlett == .fails
    default: false
    }
  }

  /// What is said of chains that are left out.
  private func omitted(_ chains: [Derivation]) -> Prose {
    let names = chains.compactMap { parts.name($0.topic) }
    return Prose(names.count == 1 ? "The mean " : "The means ") + Prose(enumerating: names)
      + Prose(
        names.count == 1
          ? " is long before it is brought together; what it comes to is stated below"
          : " are long before they are brought together; what they come to is stated below")
  }

  /// Derivations of one kind under a title.
  private typealias Group = (title: Prose, chains: [Derivation])

  private func group(_ title: String, if isWanted: Bool, _ topic: (Derivation.Topic) -> Bool) -> Group {
    (Prose(title), isWanted ? derivations(topic) : [])
  }

  private var firstMean: String { count == 1 ? "The mean of the score" : "The means of the scores" }
  private var secondMean: String {
    count == 1 ? "The mean square of the score" : "The mean squares and products of the scores"
  }
  private var curvature: String {
    count == 1 ? "The mean of the negative second derivative" : "The means of the negative second derivatives"
  }

  /// Where what was used stands in the literature, each place once.
  private func sources(_ chains: [Derivation]) -> [Article.Block] {
    var distinct: [String] = []
    for source in chains.flatMap(\.steps).compactMap(\.rule.source) where !distinct.contains(source) {
      distinct.append(source)
    }
    if distinct.isEmpty { return [] }
    return [.sentence(Prose("For the integrals used see " + distinct.joined(separator: "; ")))]
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

  /// The information, and which of the means it is.
  func information() -> Article.Section? {
    guard var section = parts.information() else { return nil }
    guard report.fisher != nil, count > 0, detail != .brief else { return section }
    let second = count == 1 ? "the mean square of the score" : "the mean of {o}"
    let words =
      switch report.secondBartlett {
      case .proved, .agrees:
        "The Fisher information in one observation is \(second) and, by Bartlett's second identity, the mean of {h}:"
      case .fails: "The Fisher information in one observation is \(second), and not the mean of {h}:"
      case .unknown: "The Fisher information in one observation is \(second):"
      }
    let outer = MathBox.row([symbols.score, .words(" "), symbols.score, .sign(.transpose)])
    let negative = MathBox.row([.sign(.negative), symbols.hessian])
    section.blocks.insert(.sentence(Prose(words, filling: [("o", outer), ("h", negative)])), at: 0)
    return section
  }

  /// Both identities, with what was found; the sides of one that fails only where they were not derived above.
  func bartlett() -> Article.Section? {
    guard var section = parts.bartlett() else { return nil }
    let regular = "The mean of the score is zero, and both forms of the information are equal:"
    let words =
      switch (report.firstBartlett, report.secondBartlett) {
      case (.proved, .proved), (.agrees, .proved), (.agrees, .agrees), (.proved, .agrees): regular
      case (.fails, .fails): "Both identities fail:"
      case (.fails, _): "The first identity fails:"
      case (_, .fails): "The second identity fails:"
      default: "What is known of the two identities:"
      }
    if report.firstBartlett == .fails || report.secondBartlett == .fails, showsAllMeans {
      section.blocks = Array(section.blocks.prefix(1))
    }
    section.blocks.insert(.sentence(Prose(words)), at: 0)
    return section
  }
}
