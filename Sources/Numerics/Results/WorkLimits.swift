/// How much work and time a numeric evaluation may take.
public struct WorkLimits: Sendable {
  /// The largest number of nodes or terms at which integrands are evaluated.
  public var maximumEvaluations: Int
  /// Whether the time is up; asked every few evaluations.
  public var isExpired: @Sendable () -> Bool

  /// Creates limits; by default a million evaluations and no deadline.
  public init(maximumEvaluations: Int = 1_000_000, isExpired: @escaping @Sendable () -> Bool = { false }) {
    self.maximumEvaluations = maximumEvaluations
    self.isExpired = isExpired
  }

  /// Limits with a deadline on the monotonic clock.
  public init(deadline: ContinuousClock.Instant, maximumEvaluations: Int = 1_000_000) {
    self.init(maximumEvaluations: maximumEvaluations) { ContinuousClock.now >= deadline }
  }
}
