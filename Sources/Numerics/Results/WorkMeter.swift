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

  /// Counts an evaluation with so many bits that it takes as long as many others.
  func count(bits: Int) throws {
    let ratio = Double(bits) / Self.ordinaryBits
    // The power of the length that a multiplication of such numbers takes.
    evaluations += Int((ratio * ratio.squareRoot()).rounded(.down))
    try count()
  }

  private static let ordinaryBits = 1024.0

  /// Whether this many more evaluations are allowed.
  func allows(_ count: Int) -> Bool { evaluations + count <= limits.maximumEvaluations }
}
