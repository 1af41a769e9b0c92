public import Calculus
internal import Expressions

/// Arranges a report as an article; every formula in it comes from the report.
public struct ReportWriter {
  let report: Report
  let builder: BoxBuilder
  let symbols: ReportSymbols
  let showsDerivations: Bool
  /// What is said of an identity of which both sides were derived.
  var remarkOnProof = "proved: both sides derived in closed form"

  /// Creates a writer for a report.
  ///
  /// - Parameters:
  ///   - layout: how quotients are set.
  ///   - showsDerivations: whether the checked derivations are part of the article.
  public init(_ report: Report, layout: BoxBuilder.Layout, showsDerivations: Bool) {
    self.report = report
    builder = BoxBuilder(report.store, layout: layout, observed: report.setting.observed)
    symbols = ReportSymbols(report)
    self.showsDerivations = showsDerivations
  }

  /// The whole article.
  public func article() -> Article {
    let sections = [
      model(), score(), hessian(), information(), bartlett(), regularity(), identifiability(), bound(), derivations(),
      crossCheck(), contradictions(),
    ]
    let title: Prose = [.words("Fisher information of "), .formula(symbols.density)]
    return Article(title: title, sections: sections.compactMap(\.self), verdict: verdict())
  }

  var parameters: [Expr] { report.setting.parameters }
  var count: Int { parameters.count }

  /// A section unless it would be empty.
  func section(_ heading: String, _ blocks: [Article.Block]) -> Article.Section? {
    blocks.isEmpty ? nil : Article.Section(heading: [.words(heading)], blocks: blocks)
  }

  /// The number of letters up to which a denominator is set by itself.
  private static let denominatorLetters = 80

  /// A matrix of closed forms under a name, or a plain equation where there is one parameter; a denominator that all
  /// entries have stands before the matrix.
  func statement(
    _ name: MathBox, _ entries: [[Expr?]], relation: MathSign = .equal, factor: Expr? = nil
  ) -> Article.Block {
    if factor == nil, count == 1 {
      return .equations([Article.Equation(left: name, relation: relation, right: builder.box(entries[0][0]))])
    }
    let common = CommonDenominator(entries, in: report.store).flatMap {
      builder.box($0.denominator).letters <= Self.denominatorLetters ? $0 : nil
    }
    let factors = [factor, common.map { report.store.reciprocal($0.denominator) }].compactMap(\.self)
    return .matrix(
      Article.Matrix(
        name: name, relation: relation, factor: factors.isEmpty ? nil : builder.box(report.store.product(factors)),
        entries: (common?.entries ?? entries).map { row in row.map { builder.box($0) } },
        indices: parameters.map { builder.box($0) }))
  }
}
