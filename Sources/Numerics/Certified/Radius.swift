/// An upper bound for an error, with the range of exponents of floating-point numbers of any precision.
///
/// Each operation rounds upwards: the inflation covers the rounding of the machine arithmetic that it takes.
struct Radius {
  /// 0, infinity, or in [1/2, 1).
  private let fraction: Double
  private let exponent: Int

  static let zero = Radius(fraction: 0, exponent: 0)
  static let infinite = Radius(fraction: .infinity, exponent: 0)

  private static let inflation = 1 + 0x1p-48

  private init(fraction: Double, exponent: Int) {
    self.fraction = fraction
    self.exponent = exponent
  }

  /// An upper bound for `value * 2^exponent`.
  init(_ value: Double, exponent: Int) {
    guard value.isFinite else {
      self = .infinite
      return
    }
    guard value > 0 else {
      self = .zero
      return
    }
    let inflated = value * Self.inflation
    let own = Int(inflated.exponent) + 1
    self.init(fraction: inflated.significand / 2, exponent: exponent + own)
  }

  /// An upper bound for `value * 2^(a + b)`.
  private init(_ value: Double, sum a: Int, _ b: Int) {
    let (exponent, isBeyond) = a.addingReportingOverflow(b)
    if isBeyond || exponent.magnitude > 1 << 62 {
      self = a > 0 ? .infinite : Radius(value, exponent: -(1 << 62))
    } else {
      self.init(value, exponent: exponent)
    }
  }

  /// `2^exponent`.
  static func powerOfTwo(_ exponent: Int) -> Radius { Radius(fraction: 0.5, exponent: exponent + 1) }

  var isZero: Bool { fraction == 0 }
  var isInfinite: Bool { fraction == .infinity }

  /// The least e with a bound of `2^e`; `Int.min` for 0, `Int.max` for infinity.
  var binaryExponent: Int { isZero ? Int.min : isInfinite ? Int.max : exponent }

  static func + (a: Radius, b: Radius) -> Radius {
    if a.isInfinite || b.isInfinite { return .infinite }
    if a.isZero { return b }
    if b.isZero { return a }
    let (large, small) = a.exponent >= b.exponent ? (a, b) : (b, a)
    let gap = large.exponent - small.exponent
    // Far smaller numbers are covered by the inflation.
    let added = gap > 60 ? 0x1p-60 : small.fraction * .powerOfTwo(-gap)
    return Radius(large.fraction + added, exponent: large.exponent)
  }

  static func * (a: Radius, b: Radius) -> Radius {
    if a.isZero || b.isZero { return .zero }
    if a.isInfinite || b.isInfinite { return .infinite }
    return Radius(a.fraction * b.fraction, sum: a.exponent, b.exponent)
  }

  /// A quotient by a lower bound of something positive.
  static func / (a: Radius, b: Radius) -> Radius {
    if a.isZero { return .zero }
    if a.isInfinite || b.isZero || b.isInfinite { return .infinite }
    return Radius(a.fraction / b.fraction, sum: a.exponent, -b.exponent)
  }

  /// The bound as a machine number, infinite where that has not the range.
  var upperDouble: Double {
    if isZero || isInfinite { return fraction }
    return exponent > 1023 ? .infinity : exponent < -1000 ? .powerOfTwo(-1000) : fraction * .powerOfTwo(exponent)
  }

  /// Whether it is at most one half.
  var isSmall: Bool { isZero || (!isInfinite && exponent <= -1) }

  /// A bound for `e^x - 1`, for x up to one half: `x + x^2`.
  var exponentialGrowth: Radius { isSmall ? self + self * self : .infinite }

  /// A lower bound for `magnitude - self`, for a magnitude at least twice as large; zero otherwise.
  func subtracted(fromExponent magnitude: Int) -> Radius {
    // The magnitude is at least 2^(magnitude - 1).
    if isZero { return .powerOfTwo(magnitude - 1) }
    return !isInfinite && exponent <= magnitude - 2 ? .powerOfTwo(magnitude - 2) : .zero
  }
}
