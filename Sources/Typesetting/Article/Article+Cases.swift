extension Article {
  /// One article on the parts of a model, each under its condition and with its verdict; the worst is that of the whole.
  public init(cases: [(condition: Prose, article: Article)]) {
    var sections: [Section] = []
    for (condition, article) in cases {
      let verdict = article.verdict.map { [Block.sentence([.words("\($0.word): ")] + $0.sentence)] } ?? []
      sections.append(Section(heading: [.words("The case ")] + condition, blocks: verdict))
      sections += article.sections
    }
    let verdicts = cases.compactMap(\.article.verdict)
    let worst = verdicts.max { $0.tone.gravity < $1.tone.gravity }
    self.init(title: cases.first?.article.title ?? [], sections: sections, verdict: worst)
  }
}

extension Article.Tone {
  fileprivate var gravity: Int {
    switch self {
    case .good: 0
    case .neutral: 1
    case .caution: 2
    case .bad: 3
    }
  }
}
