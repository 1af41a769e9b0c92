/// Counts evaluations and throws when a limit is reached.
final class WorkMeter {
  private let limits: WorkLimits
  private(set) var evaluations = 0

  init(_ limits: WorkLimits) {
    self.limits = limits
  }

  /// Counts one evaluation.
  func count() throws {
    evaluations += 1
    if evaluations > limits.maximumEvaluations { throw LimitReached.evaluations(limits.maximumEvaluations) }
    if evaluations.isMultiple(of: 16), limits.isExpired() { throw LimitReached.time }
  }

  /// Whether this many more evaluations are allowed.
  func allows(_ count: Int) -> Bool { evaluations + count <= limits.maximumEvaluations }
}
