import ArgumentParser

/// The forms in which a report can be written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  /// Unicode text for a terminal.
  case text
  /// A document that LaTeX compiles.
  case latex
  /// A page for a browser.
  case html
  /// One object for other programs.
  case json
}
