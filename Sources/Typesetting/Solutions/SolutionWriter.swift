public import Calculus
internal import Expressions

/// Arranges a report as the solution of an exercise; every equality comes from the report and its checked derivations.
public struct SolutionWriter {
  private(set) var parts: ReportWriter
  let detail: SolutionDetail
  private let title: Prose?
  let question: Prose?
  /// What the model was taken to be, where its text leaves that open.
  let readings: [Prose]
  /// What the reader was told of the parameters: conditions that follow from it go without saying.
  private let assumptions: Assumptions

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - title: the title, where it is not simply the density.
  ///   - question: what is asked, where it is not simply the information and its bound.
  ///   - readings: what the model was taken to be, where its text leaves that open.
  public init(
    _ report: Report, detail: SolutionDetail, title: String? = nil, question: String? = nil, readings: [String] = []
  ) {
    parts = ReportWriter(report, layout: .stacked, showsDerivations: true)
    self.detail = detail
    self.title = title.map { Prose($0) }
    self.question = question.map { Prose($0) }
    self.readings = readings.map { Prose($0) }
    let domains = report.setting.domains.flatMap(\.conditions) + report.setting.constraints
    assumptions = Assumptions(report.store).assuming(domains)
    parts.remarkOnProof = showsAllMeans ? "both sides were derived above" : "both sides were derived in closed form"
  }

  /// The solution.
  public func article() -> Article {
    var sections = [problem(), setting()]
    if detail == .brief {
      sections.append(score())
    } else {
      sections += [logLikelihood(), score(), hessian(), expectations()]
    }
    sections += [information(), bartlett(), failures(), bound(), attainment(), remarks(), canonical(), coordinates()]
    if report.consequences?.coordinates != nil, detail != .full {
      // The rest was said of the old coordinates.
      sections = [problem(), setting(), score(), detail == .brief ? nil : expectations(), information(), coordinates()]
    }
    if detail == .full || report.status == .numeric { sections.append(parts.crossCheck()) }
    return Article(
      title: title ?? [.words("Fisher information of "), .formula(parts.symbols.density)],
      sections: sections.compactMap(\.self), verdict: nil)
  }

  var report: Report { parts.report }
  var store: ExpressionStore { parts.report.store }
  var symbols: ReportSymbols { parts.symbols }
  var builder: BoxBuilder { parts.builder }
  var count: Int { parts.count }

  /// Whether the means of the scores and of their products are derived before the reader's eyes.
  var showsAllMeans: Bool { detail == .full || (detail == .normal && count == 1) }

  /// The parameters as one formula.
  var parameterList: MathBox { .list(parts.parameters.map { builder.box($0) }) }

  /// The parameters as they stand in a sentence.
  func named(_ indices: [Int]) -> Prose { Prose(enumerating: indices.map { builder.box(parts.parameters[$0]) }) }

  /// The number of letters up to which a chain is shown line by line, unless everything is.
  private static let chainLetters = 700

  /// Whether only the ends of a chain are shown.
  func isTooLong(_ chain: DerivationText) -> Bool { detail != .full && chain.letters > Self.chainLetters }

  /// A derivation as it is shown.
  func text(_ derivation: Derivation, named name: MathBox? = nil) -> DerivationText {
    DerivationText(
      derivation, title: [], builder: builder, named: name, given: detail == .full ? nil : assumptions)
  }

  /// A chain of equalities in full, or only its ends.
  ///
  /// - Parameter name: what the chain begins with, where there is a name for its subject.
  func block(_ derivation: Derivation, named name: MathBox? = nil) -> Article.Block {
    if detail == .brief || derivation.steps.isEmpty { return ends(derivation, named: name) }
    var chain = text(derivation, named: name)
    if isTooLong(chain) {
      chain = chain.ends
      if name != nil, isTooLong(chain) { return ends(derivation, named: name) }
    }
    chain.isOpen = true
    if detail != .full { chain.hideRules() }
    return .derivation(chain)
  }

  /// That both ends of a chain are equal.
  func ends(_ derivation: Derivation, named name: MathBox? = nil) -> Article.Block {
    .equations([
      Article.Equation(left: name ?? builder.box(derivation.subject), right: builder.box(derivation.result))
    ])
  }

  /// The derivations of the report about some topics that have steps.
  func derivations(_ wanted: (Derivation.Topic) -> Bool) -> [Derivation] {
    report.derivations.map(\.derivation).filter { !$0.steps.isEmpty && wanted($0.topic) }
  }
}
