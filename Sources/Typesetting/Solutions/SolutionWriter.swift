public import Calculus
internal import Expressions

/// Arranges a report as the solution of an exercise; every equality comes from the report and its checked derivations.
public struct SolutionWriter {
  let parts: ReportWriter
  let detail: SolutionDetail
  private let title: Prose?
  let question: Prose?

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - title: the title, where it is not simply the density.
  ///   - question: what is asked, where it is not simply the information and its bound.
  public init(_ report: Report, detail: SolutionDetail, title: String? = nil, question: String? = nil) {
    parts = ReportWriter(report, layout: .stacked, showsDerivations: true)
    self.detail = detail
    self.title = title.map { Prose($0) }
    self.question = question.map { Prose($0) }
  }

  /// The solution.
  public func article() -> Article {
    var sections = [problem(), parts.setting(), logLikelihood(), score()]
    if detail != .brief { sections += [hessian(), expectations()] }
    sections += [parts.information(), parts.bartlett(), failures(), bound(), attainment(), remarks(), canonical()]
    sections.append(coordinates())
    if detail == .full { sections += [parts.crossCheck()] }
    return Article(
      title: title ?? [.words("Fisher information of "), .formula(parts.symbols.density)],
      sections: sections.compactMap(\.self), verdict: nil)
  }

  var report: Report { parts.report }
  var store: ExpressionStore { parts.report.store }
  var symbols: ReportSymbols { parts.symbols }
  var builder: BoxBuilder { parts.builder }
  var count: Int { parts.count }

  /// The parameters as they stand in a sentence.
  var parameterList: MathBox { .list(parts.parameters.map { builder.box($0) }) }

  /// A chain of equalities in full, or only its ends.
  ///
  /// - Parameter name: what the chain begins with, where there is a name for its subject.
  func block(_ derivation: Derivation, named name: MathBox? = nil) -> Article.Block {
    if detail == .brief || derivation.steps.isEmpty {
      return .equations([
        Article.Equation(left: name ?? builder.box(derivation.subject), right: builder.box(derivation.result))
      ])
    }
    var text = DerivationText(derivation, title: [], builder: builder, named: name)
    text.isOpen = true
    return .derivation(text)
  }

  /// The derivations of the report about some topics that have steps.
  func derivations(_ wanted: (Derivation.Topic) -> Bool) -> [Derivation] {
    report.derivations.map(\.derivation).filter { !$0.steps.isEmpty && wanted($0.topic) }
  }
}
