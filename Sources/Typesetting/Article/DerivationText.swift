internal import Calculus
internal import Expressions

/// A checked derivation as a reader sees it: a chain of equalities with reasons, minor steps folded into their neighbours.
public struct DerivationText {
  /// What is derived.
  public var title: Prose
  /// The expression that the chain starts from.
  public var subject: MathBox
  /// The equalities, each continuing the last.
  public var lines: [Line]
  /// Whether a page shows the steps before they are asked for.
  public var isOpen = false

  /// One equality.
  public struct Line {
    /// What the previous line equals.
    public var formula: MathBox
    /// Why; empty where the line says what a name stands for.
    public var reason: Prose
    /// The rules behind the line, in the order of their application; minor ones follow the major one.
    public var rules: [String]
    /// The conditions under which the equality holds; nil where it always does.
    public var condition: MathBox?
    /// Where the rules stand in the literature.
    public var sources: [String]
  }

  /// Lays out a derivation.
  ///
  /// A line is a run of steps of the trace: one major step and the minor steps that tidy up after it. Its equality is the
  /// composition of theirs, so that no line shows anything that was not derived.
  ///
  /// - Parameters:
  ///   - name: what stands for the subject, where a name for it was introduced.
  ///   - assumptions: what the reader knows already; conditions that follow from it are not shown.
  init(
    _ derivation: Derivation, title: Prose, builder: BoxBuilder, named name: MathBox? = nil,
    given assumptions: Assumptions? = nil
  ) {
    self.title = title
    subject = name ?? builder.box(derivation.subject)
    let first = Line(formula: builder.box(derivation.subject), reason: [], rules: [], condition: nil, sources: [])
    lines =
      (name == nil ? [] : [first])
      + Self.runs(derivation.steps).map { Self.line($0, builder: builder, given: assumptions) }
  }

  /// Roughly how many letters the chain takes.
  var letters: Int { lines.reduce(subject.letters) { $0 + $1.formula.letters } }

  /// The chain without the lines between its ends, which the reason of the last line sums up.
  var ends: DerivationText {
    guard lines.count > 2, let first = lines.first, let last = lines.last else { return self }
    var result = self
    var whole = last
    var reasons: [Prose] = []
    for line in lines where !line.reason.isEmpty && !reasons.contains(line.reason) { reasons.append(line.reason) }
    whole.reason = Prose(reasons.prefix(3).joined(separator: [.words(", ")]))
    whole.rules = lines.flatMap(\.rules)
    whole.sources = lines.flatMap(\.sources)
    result.lines = first.reason.isEmpty ? [first, whole] : [whole]
    return result
  }

  /// Forgets the names of the rules, which a reader of a solution has no use for.
  mutating func hideRules() { for i in lines.indices { lines[i].rules = [] } }

  /// The steps cut before each major step.
  private static func runs(_ steps: [Step]) -> [[Step]] {
    var runs: [[Step]] = []
    for step in steps {
      if step.rule.isMinor, !runs.isEmpty {
        runs[runs.count - 1].append(step)
      } else {
        runs.append([step])
      }
    }
    return runs
  }

  private static func line(_ run: [Step], builder: BoxBuilder, given assumptions: Assumptions?) -> Line {
    let slots = run[0].bindings.map { (name: $0.name, value: builder.inline.box($0.value)) }
    var rules: [String] = []
    var sources: [String] = []
    var conditions: [Condition] = []
    for step in run {
      if rules.last != step.rule.id { rules.append(step.rule.id) }
      if let source = step.rule.source, !sources.contains(source) { sources.append(source) }
      for condition in step.conditions where !conditions.contains(condition) {
        if assumptions?.holds(condition) != .yes { conditions.append(condition) }
      }
    }
    return Line(
      formula: builder.box(run[run.count - 1].after), reason: Prose(run[0].rule.sentence, filling: slots), rules: rules,
      condition: conditions.isEmpty ? nil : builder.inline.box(conditions), sources: sources)
  }
}
