internal import Diagnostics

/// What can be wrong with single characters and words, in alphabetical order.
extension Diagnostic {
  static func foreignSign(_ message: String, help: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(id: "character.foreign-sign", message: message, primary: Label(span), help: help)
  }

  static func unexpectedCharacter(_ source: SourceText, _ span: SourceSpan) -> Diagnostic {
    let text = source.text(in: span)
    let digits = text.unicodeScalars.first.map { String($0.value, radix: 16, uppercase: true) } ?? ""
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    // A control character would act on the terminal, so it is only named.
    let isControl = text.unicodeScalars.contains { $0.value < 0x20 || $0.properties.generalCategory == .control }
    let shown = isControl ? code : text.utf8.count == 1 ? "`\(text)`" : "`\(text)` (\(code))"
    return Diagnostic(
      id: "character.unexpected", message: "unexpected character \(shown)",
      primary: Label(span, "not part of the language"))
  }

  static func unknownCommand(_ name: String, among known: [String], _ span: SourceSpan) -> Diagnostic {
    let nearest = SpellingSuggestion(among: known).nearest(to: name).map { "`\\\($0)`" }
    return Diagnostic(
      id: "character.unknown-command", message: "unknown LaTeX command `\\\(name.excerpt)`", primary: Label(span),
      help: nearest.isEmpty ? nil : "did you mean \(nearest.joined(separator: " or "))?")
  }

  static func unknownEnvironment(_ name: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "character.environment", message: "the LaTeX environment `\(name.excerpt)` is not understood",
      primary: Label(span), help: "`cases` is; a displayed formula needs no environment")
  }

  static func unreadableEnvironment(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "character.environment", message: "expected the name of an environment in braces", primary: Label(span),
      help: #"write `\begin{cases} … \end{cases}`"#)
  }

  static func unreadableSuperscript(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "character.superscript", message: "a superscript has to be a whole number",
      primary: Label(span), help: "write the exponent after `^`")
  }

  static func unreadableTypeface(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "character.typeface", message: "expected a name after the change of typeface",
      primary: Label(span), help: #"write a name in braces, such as `\mathrm{erf}`"#)
  }
}
