internal import Multiprecision

/// Bounds for the rest of an infinite sum at one parameter point.
///
/// For all `k >= K` the ratio of the weights is at most q, the product of the largest values of its factors: `a + b/k` lies
/// between a and `a + b/K`. Then `w(K+i) (K+i)^j <= w(K) K^j s^i` with `s = q (1 + 1/K)^j`, a geometric series.
struct TailBounds: ~Copyable {
  private let tail: GeometricTail
  private var machine: BallMachine

  private static let precision = 128
  /// Covers the rounding of the machine arithmetic.
  private static let inflation = 1 + 0x1p-30
  /// Series that converge more slowly are not bounded.
  private static let largestRatio = 0.999

  init(_ tail: GeometricTail, _ setting: NumericSetting) {
    self.tail = tail
    machine = BallMachine(tail.tape, parameters: setting.parameters, precision: Self.precision)
  }

  /// Bounds for the sums of all entries' magnitudes beyond an integer, given one for the weight there; nil where there are
  /// none.
  mutating func rest(after k: Int, weight: Radius) -> [Radius]? {
    guard k > 0, !weight.isInfinite, !weight.isZero else { return nil }
    machine.set(level: 1, integer: k)
    guard let ratio = ratio(from: k), ratio < Self.largestRatio else { return nil }
    var position = 1 + 2 * tail.exponents.count
    var rest: [Radius] = []
    for length in tail.lengths {
      var sum = 0.0
      for power in 0..<length {
        let coefficient = machine.bound(tail.tape.outputSlots[position]).upperDouble
        position += 1
        let growth = ratio * (1 + 1 / Double(k)).raised(to: Double(power)) * Self.inflation
        guard growth < Self.largestRatio else { return nil }
        let powers = Double(k).raised(to: Double(power)) * growth / (1 - growth)
        sum += coefficient * powers * Self.inflation
      }
      guard sum.isFinite else { return nil }
      rest.append(Radius(sum, exponent: 0) * weight)
    }
    return rest
  }

  /// A bound for the ratio of neighbouring weights from an integer on.
  private func ratio(from k: Int) -> Double? {
    let slots = tail.tape.outputSlots
    guard let (low, high) = machine.interval(slots[0]) else { return nil }
    let total = tail.exponents.reduce(0, +)
    // A positive power of k in all is no bounded ratio.
    guard total <= 0 else { return nil }
    var bound = max(low.magnitude, high.magnitude) * Double(k).raised(to: Double(total))
    for (position, n) in tail.exponents.enumerated() {
      guard let limit = machine.interval(slots[1 + 2 * position]), let own = machine.interval(slots[2 + 2 * position])
      else { return nil }
      let (least, most) = (min(limit.low, own.low), max(limit.high, own.high))
      guard least > 0 else { return nil }
      bound *= (n > 0 ? most : least).raised(to: Double(n)) * Self.inflation
    }
    return bound * Self.inflation
  }
}
