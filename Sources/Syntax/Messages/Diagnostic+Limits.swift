internal import Diagnostics

/// Bounds that a text may reach, in alphabetical order.
extension Diagnostic {
  static func decimalExponentTooLarge(_ number: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "limit.decimal-exponent", message: "the number `\(number)` is too large or too small", primary: Label(span))
  }

  static func exponentTooLarge(_ exponent: String, _ limit: Int, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "limit.exponent", message: "the exponent in `\(exponent)` is too large",
      primary: Label(span, "numerator and denominator may reach \(limit)"))
  }

  static func nameTooLong(_ limit: Int, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "limit.name", message: "a name is longer than \(limit) characters", primary: Label(span))
  }

  static func nestedTooDeeply(_ limit: Int, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "limit.nesting", message: "nested more than \(limit) levels deep", primary: Label(span, "level \(limit + 1)"),
      help: "write the formula with fewer parentheses inside one another")
  }

  static func textTooLong(_ limit: Int, actual: Int) -> Diagnostic {
    Diagnostic(
      id: "limit.text", message: "the text is \(actual) bytes long, and at most \(limit) are read")
  }

  static func tooManyCases(_ limit: Int, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "limit.cases", message: "the conditions cut the range into more than \(limit) parts", primary: Label(span))
  }

  static func tooManyConditions(_ limit: Int, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "limit.conditions", message: "a model has more than \(limit) conditions", primary: Label(span, "one too many")
    )
  }

  static func tooManyDigits(_ limit: Int, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "limit.digits", message: "a number is longer than \(limit) characters", primary: Label(span))
  }

  static func tooManyNodes(_ limit: Int, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "limit.nodes", message: "the formula has more than \(limit) parts", primary: Label(span, "reached here"),
      notes: ["sums and products with an index are counted as written out"])
  }
}
