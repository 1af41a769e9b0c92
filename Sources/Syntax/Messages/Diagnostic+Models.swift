internal import Diagnostics

/// What can be wrong with headers and clauses, in alphabetical order.
extension Diagnostic {
  static func ambiguousNaturals(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "model.naturals", message: "`N` may or may not contain zero", primary: Label(span),
      help: "write `{0, 1, 2, ...}` or `{1, 2, ...}`")
  }

  static func boundNotInteger(_ bound: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "model.index-bound", message: "the bounds of an index have to be whole numbers, and `\(bound)` is not",
      primary: Label(span))
  }

  static func boundedInKnown(_ name: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "model.bounded-known", message: "`known` only lists names", primary: Label(span),
      help: "bound the symbol in a clause of its own: `known \(name), \(name) > 0`")
  }

  static func chainedCondition(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(id: "model.chained", message: "expected a single condition", primary: Label(span))
  }

  static func circularDefinition(_ name: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "model.circular-definition", message: "the definition of `\(name.excerpt)` leads back to itself",
      primary: Label(span, "defined here"))
  }

  static func comparisonInDensity(_ found: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "model.comparison", message: "expected an operator or `,`, found \(found)", primary: Label(span),
      help: "a model has one formula for the density; write conditions after it, separated by commas")
  }

  static func definedTwice(_ name: String, _ earlier: SourceSpan, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "model.defined-twice", message: "`\(name.excerpt)` is given two meanings",
      primary: Label(span, "defined here"), secondary: [Label(earlier, "first here")],
      help: "what is defined by `where` is neither listed nor defined again")
  }

  static func emptyText() -> Diagnostic {
    Diagnostic(
      id: "model.empty", message: "expected a model, found nothing",
      help: "write a log-density, such as `log p = x*log(theta) + (1 - x)*log(1 - theta)`")
  }

  static func equalityClause(_ clause: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "model.equality", message: "a clause cannot fix a value by `=`", primary: Label(span),
      help: "put the value in place of the symbol in the formula, or define it: `where \(clause)`")
  }

  static func indexDeclared(_ index: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "model.index-declared", message: "the index `\(index)` is also a symbol of the model", primary: Label(span),
      help: "give the index another name")
  }

  static func missingHeader(_ span: SourceSpan, sign: String) -> Diagnostic {
    Diagnostic(
      id: "model.missing-header", message: "expected a name before \(sign)", primary: Label(span),
      help: "write `log p \(sign.dropFirst().dropLast()) …`, or the formula alone")
  }

  static func mixedDirections(_ chain: String, _ first: SourceSpan, _ second: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "model.mixed-chain", message: "the comparisons in `\(chain)` do not point the same way",
      primary: Label(second), secondary: [Label(first)], help: "write two clauses, separated by a comma")
  }

  static func notACondition(_ text: String, isName: Bool, found: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "model.not-a-condition", message: "expected a comparison or `in` after `\(text)`, found \(found)",
      primary: Label(span, "not a condition by itself"),
      help: isName ? "say what holds of each symbol, as in `\(text) > 0`, or `known \(text)`" : nil)
  }

  static func trailingComma(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "model.trailing-comma", message: "expected a clause after the comma", primary: Label(span),
      help: "remove the comma, or say something of a symbol, as in `theta > 0`")
  }

  static func tooManyDefinitions(_ limit: Int, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "limit.definitions", message: "there are more than \(limit) definitions", primary: Label(span, "one too many")
    )
  }

  static func unknownSet(_ name: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "model.unknown-set", message: "unknown set `\(name)`", primary: Label(span),
      help: "write `R`, an interval such as `(0, inf)`, or a set such as `{0, 1, 2, ...}`")
  }

  static func unreadableHeader(_ header: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "model.header", message: "`\(header)` is not the name of a density", primary: Label(span),
      help: "write `log p = …`, `p = …`, or list the variables as in `log p(x | theta) = …`")
  }

  static func unusedDefinition(_ name: String, among used: [String], _ span: SourceSpan) -> Diagnostic {
    let nearest = SpellingSuggestion(among: used).nearest(to: name).map { "`\($0)`" }
    return Diagnostic(
      id: "model.unused-definition", message: "`\(name.excerpt)` is defined but stands nowhere in the model",
      primary: Label(span), help: nearest.isEmpty ? nil : "did you mean \(nearest.joined(separator: " or "))?")
  }
}
