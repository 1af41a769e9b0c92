internal import CMPFR

/// What special functions need of their working memory.
extension Registers {
  /// Evaluates `body` in `count` scratch registers of growing precision until cancellation no longer shows.
  ///
  /// `body` gets the scratch registers, and these registers to read its arguments from. It leaves the value in scratch
  /// register 0 and returns the size of the largest quantity that entered it by addition: the value's absolute error is
  /// then about `2^(size - scratch precision)`. `noCancellation` says that it is as accurate as it can be. A value that stays 0
  /// is 0; one whose digits are out of reach becomes not a number.
  mutating func evaluate(
    _ result: Int, scratch count: Int, _ body: (inout Registers, borrowing Registers) -> Int
  ) {
    let largestPrecision = 8 * precision + 4096
    var working = precision + 24
    while true {
      // A multiple of the limb size wastes nothing and keeps the number of coefficient tables small.
      var scratch = Registers(count: count, precision: (working + 63) / 64 * 64)
      let largest = body(&scratch, self)
      let isZero = scratch.isZero(0)
      let isExact = largest < Registers.sizeOfZero / 2 || !scratch.isFinite(0)
      let lost = isExact ? 0 : isZero ? scratch.precision : Swift.max(largest - scratch.size(0), 0)
      if scratch.precision - lost >= precision + 12 || (isZero && scratch.precision > largestPrecision) {
        set(result, from: scratch, 0)
        return
      }
      working = precision + Swift.min(lost, 2 * largestPrecision) + 40
      if lost > largestPrecision || working > 2 * largestPrecision {
        setNaN(result)
        return
      }
    }
  }

  /// What `size` gives for 0; its negative stands for infinities and not a number.
  static let sizeOfZero = -(1 << 60)

  /// The size of the largest summand where there is none.
  static let noCancellation = sizeOfZero

  /// The binary exponent, but far enough from the ends of the range for 0, infinities and not a number that a few sizes
  /// can be added.
  func size(_ a: Int) -> Int {
    if isZero(a) { return Registers.sizeOfZero }
    return isFinite(a) ? exponent(a) : -Registers.sizeOfZero
  }

  /// `dst = a + ` register `b` of `other`.
  public mutating func add(_ dst: Int, _ a: Int, from other: borrowing Registers, _ b: Int) {
    mpfr_add(cell(dst), cell(a), other.cell(b), MPFR_RNDN)
  }

  /// `dst` = register `a` of `other` `- n`.
  mutating func subtract(_ dst: Int, from other: borrowing Registers, _ a: Int, integer n: Int) {
    mpfr_sub_si(cell(dst), other.cell(a), n, MPFR_RNDN)
  }

  /// `dst` = register `a` of `other` `+ n`.
  mutating func add(_ dst: Int, from other: borrowing Registers, _ a: Int, integer n: Int) {
    mpfr_add_si(cell(dst), other.cell(a), n, MPFR_RNDN)
  }

  /// `dst = a * ` register `b` of `other`.
  public mutating func multiply(_ dst: Int, _ a: Int, from other: borrowing Registers, _ b: Int) {
    mpfr_mul(cell(dst), cell(a), other.cell(b), MPFR_RNDN)
  }

  /// `dst = a / ` register `b` of `other`.
  mutating func divide(_ dst: Int, _ a: Int, from other: borrowing Registers, _ b: Int) {
    mpfr_div(cell(dst), cell(a), other.cell(b), MPFR_RNDN)
  }

  /// An upper bound of the binary logarithm of `|a|` that is less than 0.1 too large; minus infinity for 0.
  func binaryLogarithm(_ a: Int) -> Double {
    if isZero(a) { return -.infinity }
    guard isFinite(a) else { return .infinity }
    var exponent = 0
    let fraction = mpfr_get_d_2exp(&exponent, cell(a), MPFR_RNDU)
    // The tangents at 1/2 and at 1 would be cruder; this chord of the concave logarithm is shifted up by its distance.
    return Double(exponent) + 2 * Swift.abs(fraction) - 2 + 0.087
  }

  /// The value doubled, as a machine integer, if it is one that fits: finds integers and half-integers.
  func doubledInteger(_ a: Int) -> Int? {
    guard isFinite(a), exponent(a) < 62 else { return nil }
    let doubled = 2 * double(a)
    guard doubled == doubled.rounded(), let candidate = Int(exactly: doubled) else { return nil }
    return mpfr_cmp_si_2exp(cell(a), candidate, -1) == 0 ? candidate : nil
  }

  /// `dst` = the product of `a + i` for `0 <= i < n` and `a > 0`; the registers must differ.
  ///
  /// Four factors cost two long products: with `u = (a + i)(a + i + 3)` they are `u (u + 2)`, and `u` moves on by additions.
  mutating func risingFactorial(
    _ dst: Int, _ a: Int, _ n: Int, temporaries: (block: Int, slope: Int, step: Int)
  ) {
    let (block, slope, step) = temporaries
    set(dst, integer: 1)
    let blocks = Swift.max(n, 0) / 4
    if blocks > 0 {
      add(block, a, integer: 3)
      multiply(block, block, a)
      multiplyByPowerOfTwo(slope, a, 3)
      add(slope, slope, integer: 28)
    }
    for i in 0..<blocks {
      add(step, block, integer: 2)
      multiply(step, step, block)
      i == 0 ? set(dst, step) : multiply(dst, dst, step)
      add(block, block, slope)
      add(slope, slope, integer: 32)
    }
    for i in 4 * blocks..<Swift.max(n, 0) {
      add(step, a, integer: i)
      multiply(dst, dst, step)
    }
  }

  /// `dst = 1 / a^2`.
  mutating func reciprocalSquare(_ dst: Int, _ a: Int) {
    square(dst, a)
    divide(dst, integer: 1, dst)
  }
}
