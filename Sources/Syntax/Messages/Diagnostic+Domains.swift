internal import Diagnostics

/// What can be wrong with numbers and sets, as far as the text alone shows it, in alphabetical order.
extension Diagnostic {
  static func closedInfinity(_ interval: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "domain.closed-infinity", message: "infinity cannot belong to the interval `\(interval)`",
      primary: Label(span), help: "write a parenthesis at the infinite end")
  }

  static func contradictoryBounds(_ name: String, _ lower: SourceSpan, _ upper: SourceSpan) -> Diagnostic {
    let isOneClause = lower == upper || (lower.lower < upper.upper && upper.lower < lower.upper)
    let primary = lower.lower < upper.lower ? upper : lower
    let other = lower.lower < upper.lower ? lower : upper
    return Diagnostic(
      id: "domain.contradiction", message: "no number is within these bounds on `\(name)`",
      primary: Label(isOneClause ? lower.union(upper) : primary, isOneClause ? "" : "contradicts the other bound"),
      secondary: isOneClause ? [] : [Label(other)])
  }

  static func degreeOfRoot(_ degree: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "domain.degree", message: "the degree of a root has to be a positive whole number, and `\(degree)` is not",
      primary: Label(span))
  }

  static func divisionByZero(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(id: "domain.division-by-zero", message: "division by zero", primary: Label(span, "this is zero"))
  }

  static func emptyInterval(_ interval: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "domain.empty-interval", message: "the interval `\(interval)` is empty",
      primary: Label(span, "no number lies between these bounds"),
      help: "write the smaller bound first")
  }

  static func emptyRange(_ range: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "domain.empty-range", message: "the set `\(range)` is empty",
      primary: Label(span, "the last member is below the first"), help: "write the smaller bound first")
  }

  static func emptySet(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "domain.empty-set", message: "a set needs at least one member", primary: Label(span),
      help: "list the members, as in `{0, 1}`")
  }

  static func falseComparison(_ comparison: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "domain.false-comparison", message: "`\(comparison)` does not hold", primary: Label(span, "never true"))
  }

  static func infinityInExpression(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "domain.infinity", message: "infinity is not a number to calculate with", primary: Label(span),
      help: "`inf` may only stand as the bound of a set or of a comparison")
  }

  static func latticeBoundNotInteger(_ bound: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "domain.lattice", message: "the members of a set with dots are whole numbers, and `\(bound)` is not one",
      primary: Label(span))
  }

  static func logarithmOutsideDomain(_ value: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "domain.logarithm", message: "the logarithm of \(value) is not a real number", primary: Label(span))
  }

  static func rootOfNegative(_ value: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "domain.root", message: "a root of the negative number `\(value)` is not a real number",
      primary: Label(span))
  }

  static func singlePoint(_ interval: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "domain.single-point", message: "the interval `\(interval)` holds a single number", primary: Label(span),
      help: "write the number itself in the formula")
  }

  static func stepNotOne(_ first: String, _ second: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "domain.step", message: "the members of a set with dots go up by one, but not from `\(first)` to `\(second)`",
      primary: Label(span), help: "use a variable that counts in steps of one and scale it in the formula")
  }

  static func unclearProgression(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "domain.progression", message: "the dots do not say which numbers they stand for", primary: Label(span),
      help: "write at least two neighbours, as in `{0, 1, ...}`, `{..., -1, 0}` or `{1, 2, ..., n}`")
  }

  static func unmeetableInfinity(_ comparison: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "domain.unmeetable", message: "no real number meets `\(comparison)`", primary: Label(span),
      help: "a real number lies strictly between `-inf` and `inf`")
  }
}
