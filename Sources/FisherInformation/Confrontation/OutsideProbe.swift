internal import Calculus
internal import Expressions
internal import Multiprecision
internal import Numerics

/// A look at one point outside a derived condition: the failure that the condition excludes must be seen there.
struct OutsideProbe {
  /// What was seen.
  enum Finding {
    /// The expectations diverge, or an identity fails: in words.
    case failure(Report.Sentence)
    /// Everything is finite and agrees.
    case none
    /// No point was found, or its numbers decide nothing.
    case undecided
  }

  /// The digits of the look.
  private static let digits = 15
  /// The kinds of points that are tried.
  private static let patterns: [SamplePattern] = [.typical, .small, .mixed]

  let condition: Condition
  let point: [Rational]?
  let finding: Finding

  /// Looks outside one condition, the others holding where that is possible.
  init(_ condition: Condition, others: [Condition], of derived: DerivedModel, limits: WorkLimits) {
    self.condition = condition
    var first: [Rational]?
    for point in Self.points(outside: condition, others: others, of: derived) {
      let confrontation = try? Confrontation(
        derived.forms, derived.results, symbols: derived.symbols, candidates: [point], needed: 1, digits: Self.digits,
        limits: limits)
      first = first ?? point
      guard let found = confrontation?.points.first.map({ Self.finding(at: $0, derived) }) else { continue }
      if case .undecided = found { continue }
      (self.point, finding) = (point, found)
      return
    }
    (point, finding) = (first, .undecided)
  }

  /// Some points outside a condition, first those where the others hold.
  private static func points(
    outside condition: Condition, others: [Condition], of derived: DerivedModel
  ) -> [[Rational]] {
    guard let negation = condition.negated else { return [] }
    var found: [[Rational]] = []
    for further in others.isEmpty ? [[]] : [others, []] {
      for pattern in patterns {
        guard let point = derived.model.samplePoints.point(satisfying: further + [negation], pattern: pattern),
          !found.contains(point)
        else { continue }
        found.append(point)
      }
    }
    return found
  }

  private static func finding(at point: ConfrontedPoint, _ derived: DerivedModel) -> Finding {
    let failures = PointFailures(point, derived).sentences
    if let first = failures.first { return .failure(first) }
    return point.isDecisive ? .none : .undecided
  }

  /// The point in words.
  func place(_ derived: DerivedModel) -> Report.Sentence {
    let store = derived.model.store
    return "\(zip(derived.symbols, point ?? []).map { Condition.relation($0, .equal, store.number($1)) })"
  }
}

/// What fails at one confronted point, in words, the gravest first.
struct PointFailures {
  private(set) var sentences: [Report.Sentence] = []

  init(_ point: ConfrontedPoint, _ derived: DerivedModel) {
    let names = derived.model.parameters
    func pair(_ i: Int, _ j: Int) -> Report.Sentence { i == j ? "\(names[i])" : "\(names[j]), \(names[i])" }
    let pairs = names.indices.flatMap { i in (0...i).map { (i, $0) } }
    for i in names.indices where !point.expectedScore[i].isFinite {
      sentences.append("the mean of the score for \(names[i]) does not exist")
    }
    for (i, j) in pairs where !point.outer[i][j].isFinite {
      let name = i == j ? "mean square of the score" : "mean product of the scores"
      sentences.append("the \(name) for \(pair(i, j)) is \(Self.infinity(point.outer[i][j]))")
    }
    for (i, j) in pairs where !point.negativeHessian[i][j].isFinite {
      sentences.append("the mean negative Hessian for \(pair(i, j)) is \(Self.infinity(point.negativeHessian[i][j]))")
    }
    for i in names.indices {
      let mean = point.expectedScore[i]
      let scale = point.scoreScale(i)
      let comparison = EntryComparison(
        mean.value, .zero, scale: scale, believed: point.believed(mean, scale: scale), digits: point.digits)
      if comparison == .differs {
        sentences.append("the score for \(names[i]) has mean \(mean.value.description(digits: 6)), not 0")
      }
    }
    for (i, j) in pairs {
      let (outer, curvature) = (point.outer[i][j], point.negativeHessian[i][j])
      let scale = point.scale(i, j)
      let believed = min(point.believed(outer, scale: scale), point.believed(curvature, scale: scale))
      let comparison = EntryComparison(
        outer.value, curvature.value, scale: scale, believed: believed, digits: point.digits)
      guard comparison == .differs else { continue }
      let values = [outer.value, curvature.value].map { $0.description(digits: 6) }
      sentences.append(
        "for \(pair(i, j)) the mean product of the scores is \(values[0]) and the mean negative Hessian is \(values[1])"
      )
    }
  }

  private static func infinity(_ estimate: Estimate) -> String {
    if case .divergent(let sign) = estimate.status, sign != 0 { return sign > 0 ? "infinite" : "minus infinity" }
    return "no number"
  }
}

extension Condition {
  /// The condition that holds where this one fails; nil for memberships.
  var negated: Condition? {
    guard case .relation(let left, let relation, let right) = self else { return nil }
    return .relation(left, relation.negation, right)
  }
}
