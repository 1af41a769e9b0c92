internal import Synchronization

/// The Bernoulli numbers of even index, exactly, computed on first use and kept for the process.
enum BernoulliNumbers {
  private static let known = Mutex<[Rational]>([])

  /// `B_2, B_4, ..., B_(2 count)`.
  static func even(_ count: Int) -> [Rational] {
    known.withLock { table in
      if table.count < count { table = compute(Swift.max(count, 2 * table.count, 64)) }
      return Array(table.prefix(count))
    }
  }

  /// Brent and Harvey's tangent number recurrence: only additions and products by small integers, all positive
  /// (arXiv:1108.0286, algorithm TangentNumbers); `B_2k = (-1)^(k-1) 2k T_k / (4^k (4^k - 1))`.
  private static func compute(_ count: Int) -> [Rational] {
    var tangent = MutableIntegers(count: count + 1)
    for k in stride(from: 2, through: count, by: 1) { tangent.multiply(k, k - 1, UInt(k - 1)) }
    for k in stride(from: 2, through: count, by: 1) {
      for j in k...count {
        tangent.multiply(j, j, UInt(j - k + 2))
        tangent.addProduct(j, j - 1, UInt(j - k))
      }
    }
    return (1...count).map { k in
      let fourth = Integer(4).power(k)
      let magnitude = Rational(Integer(2 * k) * tangent.integer(k), fourth * (fourth - 1))
      return k % 2 == 0 ? -magnitude : magnitude
    }
  }
}
