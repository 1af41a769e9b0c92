internal import Multiprecision

/// A sum of products of two integrals and a number, with the error that it inherits.
struct CombinedTerms {
  private var value = Real.zero
  /// The sum of the terms' scales.
  private var scale = Real.zero
  private var errorExponent = Int.min
  private var count = 0

  mutating func add(_ a: PieceOutcome, _ b: PieceOutcome, _ factor: Estimate?) {
    let number = factor?.value ?? Real(1)
    let size = number.magnitude
    let own = a.scale * b.scale * size
    value = value + a.value * b.value * number
    scale = scale + own
    count += 1
    raise(to: Self.sum(a.errorExponent, (b.scale * size).exponent))
    raise(to: Self.sum(b.errorExponent, (a.scale * size).exponent))
    if let factor { raise(to: Self.sum(Self.binary(factor.absoluteErrorExponent10), (a.scale * b.scale).exponent)) }
    raise(to: Self.sum(own.exponent, -own.precision))
  }

  private mutating func raise(to exponent: Int) { errorExponent = max(errorExponent, exponent) }

  /// The exponent of a product, of which each factor may be exactly 0.
  private static func sum(_ a: Int, _ b: Int) -> Int {
    if a == Int.min || b == Int.min { return Int.min }
    return a == Int.max || b == Int.max ? Int.max : a + b
  }

  private static func binary(_ exponent10: Int) -> Int {
    if exponent10 == Int.min || exponent10 == Int.max { return exponent10 }
    return Int((Double(exponent10) * 3.321_928_094_888).rounded(.up))
  }

  /// A bound for the exponent of the error: up to four errors of each term.
  private var error: Int {
    errorExponent == Int.min || errorExponent == Int.max
      ? errorExponent : errorExponent + 2 + (Int.bitWidth - count.leadingZeroBitCount)
  }

  /// The bits that cancellation between the terms has cost; 0 for a sum of which nothing is left.
  var lost: Int {
    guard !value.isZero, value.exponent > error, scale.isFinite else { return 0 }
    return max(scale.exponent - value.exponent, 0)
  }

  /// The sum with a scale that makes up for bits that were computed beyond the wanted ones.
  func outcome(_ extraBits: Int) -> PieceOutcome {
    var registers = Registers(count: 1, precision: scale.precision)
    registers.set(0, scale)
    registers.multiplyByPowerOfTwo(0, 0, -extraBits)
    let least = registers.real(0)
    return PieceOutcome(
      value: value, scale: value.magnitude > least ? value.magnitude : least, errorExponent: error, status: .converged)
  }
}
