internal import Diagnostics

/// What can be wrong with the form of a formula, in alphabetical order.
extension Diagnostic {
  static func ambiguousApplication(_ name: String, _ argument: String, _ found: String, _ span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      id: "syntax.ambiguous-application", message: "it is not clear where the argument of `\(name)` ends",
      primary: Label(span),
      notes: ["the argument may be `\(argument)`, or go on with \(found)"],
      help: "put the argument in parentheses")
  }

  static func ambiguousBars(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "syntax.ambiguous-bars", message: "it is not clear which bars belong together",
      primary: Label(span, "a factor beside a bar, among more than two bars"),
      help: "write `abs(…)`, or `*` between the factors")
  }

  static func ambiguousExponent(_ exponent: String, _ found: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "syntax.ambiguous-exponent", message: "it is not clear whether \(found) belongs to the exponent",
      primary: Label(span, "can be read in two ways"),
      help: "write `^\(exponent)*…` or `^(\(exponent)*…)`")
  }

  static func ambiguousInverse(_ name: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "syntax.ambiguous-inverse", message: "a negative power of `\(name)` can be read in two ways",
      primary: Label(span), help: "write `1/\(name)(…)` for the quotient, or the inverse function by its own name")
  }

  static func ambiguousQuotient(
    _ dividend: String, _ divisor: String, _ factor: String, _ span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: "syntax.ambiguous-quotient", message: "it is not clear what is divided by what",
      primary: Label(span, "can be read in two ways"),
      help: "write `\(dividend)/(\(divisor)*\(factor))` or `\(dividend)/\(divisor)*\(factor)`")
  }

  static func ambiguousRoot(_ radicand: String, _ found: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "syntax.ambiguous-root", message: "it is not clear where the root ends", primary: Label(span),
      notes: ["the root may be of `\(radicand)`, or go on with \(found)"],
      help: "write `sqrt(…)` with everything that is under the root")
  }

  static func bracesForParentheses(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "syntax.braces", message: "expected an operator or `,`, found `{`", primary: Label(span),
      help: "use parentheses: braces group in LaTeX only, where a formula begins its commands with `\\`")
  }

  static func casesBoundSeveral(_ span: SourceSpan, _ readings: [(variable: String, range: String)]) -> Diagnostic {
    Diagnostic(
      id: "syntax.cases-bound-several",
      message: "the cases can state the range of either of "
        + readings.map { "`\($0.variable)`" }.joined(separator: " and "),
      primary: Label(span), notes: readings.map { "`\($0.variable)` observed: `\($0.range)`" },
      help: "say which in a header: " + readings.map { "`p(\($0.variable)) = …`" }.joined(separator: " or "))
  }

  static func casesIncomplete(_ span: SourceSpan, end: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "syntax.cases-incomplete", message: "the cases do not say what holds elsewhere", primary: Label(end),
      secondary: [Label(span)],
      help: """
        end with a case for everything else, as in `0 otherwise`; a factor before `cases(…)` goes into each case: what the \
        cases of a whole density cover is its support
        """)
  }

  static func doubleFactorial(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "syntax.double-factorial", message: "`!!` can be read in two ways", primary: Label(span),
      help: "write `(n!)!` for the factorial of a factorial; the double factorial is not part of the language")
  }

  static func doublePower(_ base: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "syntax.double-power", message: "`\(base)` already has an exponent", primary: Label(span),
      help: "write `(\(base))` to go on, or the exponents in one pair of parentheses")
  }

  static func emptyParentheses(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "syntax.empty-parentheses", message: "expected an expression between the parentheses", primary: Label(span))
  }

  static func expected(_ description: String, found: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "syntax.expected", message: "expected \(description), found \(found)", primary: Label(span))
  }

  static func mismatchedBrackets(_ source: SourceText, _ opener: SourceSpan, _ closer: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "syntax.mismatched", message: "`\(source.text(in: opener))` is closed by `\(source.text(in: closer))`",
      primary: Label(closer, "does not fit"), secondary: [Label(opener, "opened here")])
  }

  static func missingOperand(
    found: String, _ span: SourceSpan, after previous: String?, _ previousSpan: SourceSpan?
  ) -> Diagnostic {
    let place = previous.map { " after \($0)" } ?? ""
    return Diagnostic(
      id: "syntax.operand", message: "expected an expression\(place), found \(found)",
      primary: Label(span), secondary: previousSpan.map { [Label($0)] } ?? [])
  }

  static func missingOperator(left: String, right: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "syntax.operator", message: "expected an operator between `\(left)` and `\(right)`", primary: Label(span),
      help: "write `\(left)*\(right)` for the product")
  }

  static func missingParentheses(_ name: String, argument: String?, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "syntax.missing-parentheses", message: "the function `\(name)` needs its argument in parentheses",
      primary: Label(span), help: "write `\(name)(\(argument ?? "…"))`")
  }

  static func secondSemicolon(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "syntax.second-semicolon", message: "expected `,` or `)`, found a second `;`", primary: Label(span),
      help: "list the parameters after `|`: `f(x | m, s; nu)` has the parameters m and s and the known constant nu")
  }

  static func strayCloser(_ bracket: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "syntax.stray", message: "`\(bracket)` closes nothing", primary: Label(span, "no bracket is open here"))
  }

  static func unclosed(_ source: SourceText, _ openers: [SourceSpan]) -> Diagnostic {
    let last = openers[openers.count - 1]
    let place = source.location(of: last.lower)
    let line = place.line > 1 ? "line \(place.line), " : ""
    let position = "opened at \(line)column \(place.column)"
    let kinds = ["(": "parenthesis", "[": "bracket", "{": "brace"]
    let kind = kinds[String(source.text(in: last).suffix(1))] ?? "bracket"
    let message =
      openers.count == 1
      ? "\(kind) \(position) is never closed"
      : "\(openers.count) brackets are never closed, the last of them a \(kind) \(position)"
    return Diagnostic(
      id: "syntax.unclosed", message: message, primary: Label(last, "never closed"),
      secondary: openers.dropLast().suffix(3).map { Label($0, "nor this one") })
  }

  static func unclosedBar(_ opener: SourceSpan, found: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "syntax.unclosed-bar", message: "expected `|`, found \(found)", primary: Label(span),
      secondary: [Label(opener, "this absolute value is not closed")], help: "`abs(x)` says the same")
  }

  static func unsupportedBracket(_ condition: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "syntax.bracket", message: "a bracket cannot hold `\(condition)`", primary: Label(span),
      help: "write comparisons, an interval or listed numbers, as in `[x = 1]`, `[0 < x < 1]` or `[x in {0, 2}]`")
  }
}
