internal import Diagnostics

// What can be wrong with a model whose text is well formed, one function a message.
extension Diagnostic {
  // MARK: Supports

  static func compoundMembership(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "model.support-shape", message: "only a single observed variable can range over a list of numbers",
      primary: Label(span))
  }

  static func undecidedSupport(_ span: SourceSpan?, _ variable: String) -> Diagnostic {
    Diagnostic(
      id: "model.support-undecided",
      message: "which values of `\(variable)` satisfy this depends on the parameters", primary: span.map { Label($0) })
  }

  static func supportWithGap(_ span: SourceSpan, _ variable: String) -> Diagnostic {
    Diagnostic(
      id: "model.support-gap", message: "the integers that `\(variable)` runs over would have a gap",
      primary: Label(span),
      help: "list the values, as in `\(variable) in {0, 1, 3}`, or exclude an end of the range")
  }

  static func supportNotAffine(_ span: SourceSpan?, _ variable: String) -> Diagnostic {
    Diagnostic(
      id: "model.support-shape", message: "this does not bound `\(variable)` linearly", primary: span.map { Label($0) },
      help: "solve the condition for `\(variable)`")
  }

  static func supportSideUnknown(_ span: SourceSpan?, _ variable: String, _ unknown: [String]) -> Diagnostic {
    let names = unknown.map { "`\($0)`" }.joined(separator: ", ")
    let cause = unknown.isEmpty ? "is not known" : "depends on the sign of \(names)"
    return Diagnostic(
      id: "model.support-side", message: "the side on which this bounds `\(variable)` \(cause)",
      primary: span.map { Label($0) }, help: unknown.first.map { "declare the sign, e.g. `\($0) > 0`" })
  }

  static func supportHasNoSingleBound(_ spans: [SourceSpan], _ variable: String, isLower: Bool) -> Diagnostic {
    Diagnostic(
      id: "model.support-shape",
      message: "none of the \(isLower ? "lower" : "upper") bounds of `\(variable)` implies the others",
      primary: spans.first.map { Label($0, "one bound") }, secondary: spans.dropFirst().map { Label($0, "another") },
      help: "add a condition that orders the bounds")
  }

  static func emptySupport(_ span: SourceSpan, _ others: [SourceSpan]) -> Diagnostic {
    Diagnostic(
      id: "model.empty-support", message: "no value satisfies the conditions on the observed variables",
      primary: Label(span), secondary: others.map { Label($0) })
  }

  static func supportMissing(_ span: SourceSpan, _ variable: String, readings: [String]) -> Diagnostic {
    Diagnostic(
      id: "model.support-missing",
      message: readings.count > 1
        ? "the support of `\(variable)` is not given, and several are possible"
        : "the support of `\(variable)` is not given", primary: Label(span), notes: readings,
      help: "add a clause, e.g. `, \(variable) in R` or `, \(variable) > 0`")
  }

  static func movingAtom(_ span: SourceSpan, place: String, parameter: String) -> Diagnostic {
    Diagnostic(
      id: "model.moving-atom",
      message: "the point `\(place)` has a probability of its own and moves with the parameter `\(parameter)`",
      primary: Label(span), notes: ["laws with such a point in different places have no density by one measure"],
      help: "list `\(parameter)` after `;` as known, as in `log p(y | theta; \(parameter))`")
  }

  // MARK: Parameters

  static func contradiction(_ span: SourceSpan, earlier: [SourceSpan]) -> Diagnostic {
    Diagnostic(
      id: "model.contradiction", message: "no values of the parameters satisfy these conditions together",
      primary: Label(span, "contradicts what was said before"), secondary: earlier.map { Label($0) })
  }

  static func assumedStranger(_ name: String, in condition: String, among names: [String]) -> Diagnostic {
    let nearest = SpellingSuggestion(among: names).nearest(to: name)
    let quoted = (nearest.isEmpty ? names : nearest).map { "`\($0)`" }
    return Diagnostic(
      id: "model.assumed-stranger", message: "`\(name)` stands nowhere in the model",
      notes: ["assumed: `\(condition)`"],
      help: nearest.isEmpty
        ? "the model has \(quoted.joined(separator: ", "))" : "did you mean \(quoted.joined(separator: " or "))?")
  }

  static func contradictoryAssumption(_ conditions: [String]) -> Diagnostic {
    Diagnostic(
      id: "model.contradiction",
      message: "the further assumptions contradict the model",
      notes: conditions.map { "assumed: `\($0)`" })
  }

  static func notReal(_ span: SourceSpan, part: String, demand: String) -> Diagnostic {
    Diagnostic(
      id: "model.not-real", message: "`\(part)` is not real: `\(demand)` contradicts the declared domains",
      primary: Label(span))
  }

  static func latticeParameter(
    _ name: String, _ span: SourceSpan, because reason: String, at place: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      id: "model.lattice-parameter", message: "`\(name)` cannot be a parameter: \(reason)",
      primary: Label(span, "listed as a parameter"), secondary: place.map { [Label($0)] } ?? [],
      notes: ["the score is a derivative, so a parameter has to vary over an interval"],
      help: "list `\(name)` as known: after `;` in the header, or by a clause `known \(name)`")
  }

  static func noParameter(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "model.no-parameter", message: "there is no parameter to be informed about", primary: Label(span),
      help: "the density has to depend on at least one symbol that is neither observed nor known")
  }

  // MARK: Observed variables

  static func observedUnknown(_ span: SourceSpan, _ candidates: [String]) -> Diagnostic {
    let names = candidates.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      id: "model.observed-unknown",
      message: candidates.isEmpty
        ? "no symbol can be taken as the observed variable"
        : "which symbol is observed cannot be told: the density normalises over none of \(names)",
      primary: Label(span), help: "name it in a header, e.g. `log p(x | theta) = …`")
  }

  static func observedAmbiguous(_ readings: [(name: String, span: SourceSpan?)], _ span: SourceSpan) -> Diagnostic {
    let names = readings.map { "`\($0.name)`" }.joined(separator: " and ")
    return Diagnostic(
      id: "model.observed-ambiguous", message: "either of \(names) can be the observed variable",
      primary: Label(span),
      secondary: readings.compactMap { reading in reading.span.map { Label($0, "`\(reading.name)` observed?") } },
      help: "say which in a header: "
        + readings.map { "`log p(\($0.name)) = …`" }.joined(separator: " or "))
  }

  // MARK: Mass

  /// Whether a diagnostic says that no reading normalises.
  var isAboutMass: Bool {
    ["model.mass", "model.not-integrable", "model.observed-unknown", "model.support-missing"].contains(id)
  }

  static func wrongMass(_ span: SourceSpan, mass: String, over support: String, notes: [String], offer: String)
    -> Diagnostic
  {
    Diagnostic(
      id: "model.mass", message: "the density has mass \(mass) over `\(support)`, not 1", primary: Label(span),
      notes: notes, help: offer)
  }

  static func infiniteMass(_ span: SourceSpan, over support: String, at point: String) -> Diagnostic {
    let place = point.isEmpty ? "" : " at \(point)"
    return Diagnostic(
      id: "model.not-integrable", message: "the density has no finite mass over `\(support)`\(place)",
      primary: Label(span), help: "bound the support or the parameters by further conditions")
  }

  static func infiniteMassEverywhere(_ span: SourceSpan, isUpToNormalizer: Bool) -> Diagnostic {
    let mass = isUpToNormalizer ? "a finite mass" : "mass 1"
    return Diagnostic(
      id: "model.not-integrable", message: "the density was found to have \(mass) over none of the standard supports",
      primary: Label(span), help: "say where the observed variable and the parameters range, as in `, 0 < x < theta`")
  }
}
