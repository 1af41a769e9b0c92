internal import Diagnostics

/// What can be wrong with names and calls, in alphabetical order.
extension Diagnostic {
  static func ambiguousCall(_ name: String, _ argument: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "name.ambiguous-call", message: "`\(name)` is both a function and a symbol of this model",
      primary: Label(span, "can be read in two ways"),
      notes: ["as a product: `\(name)*\(argument)`", "as a call: rename the symbol and keep `\(name)\(argument)`"],
      help: "write the product with `*`, or give the symbol another name")
  }

  static func ambiguousGreekCall(_ typed: String, _ name: String, _ span: SourceSpan) -> Diagnostic {
    let capital = name.prefix(1).uppercased() + name.dropFirst()
    return Diagnostic(
      id: "name.ambiguous-greek", message: "`\(typed)` before a parenthesis can be read in two ways",
      primary: Label(span), notes: ["as the function, which is written with a capital: `\\\(capital)(…)`"],
      help: "write `\(name)(…)` for the function or `\(name)*(…)` for the product")
  }

  static func constantCalled(_ name: String, _ argument: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "name.constant-called", message: "`\(name)` is a constant and takes no argument", primary: Label(span),
      help: "write `\(name)*\(argument)` for the product")
  }

  static func constantDeclared(_ name: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "name.constant-declared", message: "`\(name)` is a constant of the language and cannot be a symbol",
      primary: Label(span), help: "give the symbol another name")
  }

  static func inertInModel(_ name: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "name.inert", message: "`\(name)` only stands in results, not in a model", primary: Label(span))
  }

  static func listedTwice(_ name: String, _ earlier: SourceSpan, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "name.listed-twice", message: "`\(name)` is listed twice", primary: Label(span, "again here"),
      secondary: [Label(earlier, "first here")])
  }

  static func powerListed(_ name: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "name.power-listed", message: "a power of `\(name)` is not a name", primary: Label(span),
      notes: ["as the parameter: list `\(name)`", "as the square: write `v` for it in the list and in the formula"],
      help: "list names only")
  }

  static func reservedWord(_ word: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "name.reserved", message: "`\(word)` is a word of the language and cannot stand here", primary: Label(span),
      help: "if it is meant as a symbol, give it another name")
  }

  static func subscriptNotInteger(_ text: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "name.subscript", message: "the subscript `\(text)` is not a whole number", primary: Label(span),
      help: "use a number, or the index of a `sum` or `prod` around it")
  }

  static func symbolCalled(_ name: String, _ argument: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "name.symbol-called", message: "`\(name)` is a symbol, not a function", primary: Label(span),
      help: "write `\(name)*\(argument)` for the product")
  }

  static func undeclared(_ name: String, among listed: [String], _ span: SourceSpan) -> Diagnostic {
    let nearest = SpellingSuggestion(among: listed).nearest(to: name).map { "`\($0)`" }
    let advice = "list it after `|` as a parameter or after `;` as known"
    return Diagnostic(
      id: "name.undeclared", message: "`\(name.excerpt)` is not listed in the header",
      primary: Label(span, "listed nowhere"),
      help: nearest.isEmpty ? advice : "did you mean \(nearest.joined(separator: " or "))? otherwise \(advice)")
  }

  static func unknownFunction(_ name: String, among known: [String], _ span: SourceSpan) -> Diagnostic {
    let nearest = SpellingSuggestion(among: known).nearest(to: name).map { "`\($0)`" }
    let isShort = name.count <= 2
    return Diagnostic(
      id: "name.unknown-function", message: "unknown function `\(name.excerpt)`",
      primary: Label(span, "not a function of the language"),
      help: !nearest.isEmpty && !isShort
        ? "did you mean \(nearest.joined(separator: " or "))?"
        : "if `\(name.excerpt)` is a symbol, write the product as `\(name.excerpt)*(…)`")
  }

  static func unusedKnown(_ name: String, among used: [String], _ span: SourceSpan) -> Diagnostic {
    let nearest = SpellingSuggestion(among: used).nearest(to: name).map { "`\($0)`" }
    return Diagnostic(
      id: "name.unused-known", message: "`\(name.excerpt)` is called known but stands nowhere in the model",
      primary: Label(span), help: nearest.isEmpty ? nil : "did you mean \(nearest.joined(separator: " or "))?")
  }

  static func wrongArity(_ name: String, _ parameters: [String], given: Int, _ span: SourceSpan) -> Diagnostic {
    let wanted = parameters.count == 1 ? "1 argument" : "\(parameters.count) arguments"
    return Diagnostic(
      id: "name.arity", message: "`\(name)` takes \(wanted), not \(given)", primary: Label(span),
      help: "write `\(name)(\(parameters.joined(separator: ", ")))`")
  }
}
