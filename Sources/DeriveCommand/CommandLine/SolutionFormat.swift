import ArgumentParser
import Typesetting

/// The forms in which solutions can be written.
enum SolutionFormat: String, ExpressibleByArgument, CaseIterable {
  /// A document that LaTeX compiles.
  case latex
  /// A page for a browser.
  case html
  /// Unicode text.
  case text

  /// The form that was asked for, or that the name of a file stands for.
  init(_ asked: SolutionFormat?, path: String?) {
    if let asked {
      self = asked
    } else if path?.hasSuffix(".html") ?? false {
      self = .html
    } else if path?.hasSuffix(".txt") ?? false {
      self = .text
    } else {
      self = .latex
    }
  }

  /// The articles in this form, as chapters where there are several.
  ///
  /// - Parameter figures: files with drawings, by the names of the plots, for LaTeX.
  func rendered(
    _ articles: [Article], title: Prose, isFragment: Bool, figures: [String: String] = [:]
  ) -> String {
    let single = articles.count == 1 ? articles[0] : nil
    switch self {
    case .latex:
      let renderer = LaTeXRenderer(isFragment: isFragment, figures: figures)
      return single.map(renderer.render) ?? renderer.render(title: title, chapters: articles)
    case .html: return single.map(HTMLRenderer().render) ?? HTMLRenderer().render(title: title, chapters: articles)
    case .text: return single.map(TextRenderer().render) ?? TextRenderer().render(title: title, chapters: articles)
    }
  }
}
