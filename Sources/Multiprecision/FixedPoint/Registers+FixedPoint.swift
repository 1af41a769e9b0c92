internal import CMPFR

/// Exponential and logarithm for the moderate precisions at which MPFR's own take many times as long; every other case
/// (special values, huge arguments, very high precision) is left to MPFR.
extension Registers {
  /// Arguments of 2 to more than this power are left to MPFR.
  private static var largestExponent: Int { 21 }
  /// Smaller logarithms keep their relative accuracy by way of the distance from 1.
  private static var smallestLogarithm: Double { 0x1p-15 }
  /// The bits that a logarithm of a successor takes in addition, so that what cancels does not matter, where the argument is
  /// not small, and where it is just not so small that the series alone gives it.
  private static var extraBits: (few: Int, many: Int) { (32, 64) }

  /// `dst = e^a` within 0.51 units of the last place; false if the case is left to MPFR.
  mutating func exponentialInFixedPoint(_ dst: Int, _ a: Int) -> Bool {
    guard isFinite(a), !isZero(a), exponent(a) <= Self.largestExponent,
      let table = ElementaryTable.table(precision: precision)
    else { return false }
    let n = table.pointee.limbs
    let (source, target) = (cell(a), cell(dst))
    withUnsafeTemporaryAllocation(of: mp_limb_t.self, capacity: 2 * n + 2 + table.pointee.scratchCount) { buffer in
      // A buffer of at least two limbs has an address.
      let x = buffer.baseAddress!
      let result = x + n + 1
      ElementaryTable.fixed(source, x, limbs: n, integerLimbs: 1)
      let exponent = table.pointee.exponential(
        result, x, isNegative: mpfr_signbit(source) != 0, approximation: Swift.abs(mpfr_get_d(source, MPFR_RNDN)),
        scratch: result + n + 1)
      var view = Self.view(of: result, limbs: n + 1, exponent: exponent + 64)
      mpfr_set(target, &view, MPFR_RNDN)
    }
    return true
  }

  /// `dst = log a` within 0.51 units of the last place; false if the case is left to MPFR.
  mutating func logarithmInFixedPoint(_ dst: Int, _ a: Int) -> Bool {
    guard Swift.abs(Self.roughLogarithm(cell(a))) <= Self.smallestLogarithm, isFinite(a), sign(a) > 0 else {
      return logarithmByDigits(dst, a)
    }
    var distance = Registers(count: 1, precision: precision)
    distance.subtract(0, from: self, a, integer: 1)
    guard distance.logarithmOfSuccessor(0, 0) else { return false }
    set(dst, from: distance, 0)
    return true
  }

  /// `dst = log a`, with an error far below a unit of the last place of the larger of `|log a|` and `smallestLogarithm`; false
  /// if the case is left to MPFR.
  private mutating func logarithmByDigits(_ dst: Int, _ a: Int) -> Bool {
    guard isFinite(a), sign(a) > 0, Swift.abs(exponent(a)) < 1 << (Self.largestExponent - 1),
      let table = ElementaryTable.table(precision: precision)
    else { return false }
    let (source, target) = (cell(a), cell(dst))
    let n = table.pointee.limbs
    withUnsafeTemporaryAllocation(of: mp_limb_t.self, capacity: 2 * n + 2 + table.pointee.scratchCount) { buffer in
      // A buffer of at least two limbs has an address.
      let mantissa = buffer.baseAddress!
      let result = mantissa + n + 1
      let scratch = result + n + 1
      var bare = source.pointee
      bare._mpfr_exp = 0
      ElementaryTable.fixed(&bare, mantissa, limbs: n, integerLimbs: 0)
      table.pointee.negatedLogarithm(result, mantissa, scratch: scratch)
      let exponent = source.pointee._mpfr_exp
      scratch[n] = __gmpn_mul_1(scratch, table.pointee.logTwo, n, mp_limb_t(exponent.magnitude))
      if exponent > 0 {
        __gmpn_sub_n(result, scratch, result, n + 1)
      } else {
        __gmpn_add_n(result, scratch, result, n + 1)
      }
      var view = Self.view(of: result, limbs: n + 1, exponent: 64)
      if exponent <= 0 { view._mpfr_sign = -1 }
      mpfr_set(target, &view, MPFR_RNDN)
    }
    return true
  }

  /// `dst = log(1 + a)` within 0.51 units of the last place; false if the case is left to MPFR.
  mutating func logarithmOfSuccessor(_ dst: Int, _ a: Int) -> Bool {
    guard isFinite(a), exponent(a) < Self.largestExponent, let table = ElementaryTable.table(precision: precision)
    else { return false }
    if isZero(a) || exponent(a) <= -table.pointee.reducedBits { return logarithmNextToOne(dst, a) }
    let isSmall = exponent(a) < -ElementaryTable.digitBits
    var sum = Registers(count: 1, precision: precision + (isSmall ? Self.extraBits.many : Self.extraBits.few))
    sum.add(0, from: self, a, integer: 1)
    guard sum.logarithmByDigits(0, 0) else { return false }
    set(dst, from: sum, 0)
    return true
  }

  /// `dst = log(1 + a)` for an a so small that no digit is left: `-x S(x)` or `x S(x)` with the series S of `-log(1 - x)/x`, at
  /// `x = -a` or `x = a/(1 + a)`.
  private mutating func logarithmNextToOne(_ dst: Int, _ a: Int) -> Bool {
    guard let table = ElementaryTable.table(precision: precision) else { return false }
    if isZero(a) {
      set(dst, integer: 0)
      return true
    }
    var x = Registers(count: 2, precision: precision + Self.extraBits.few)
    x.set(0, from: self, a)
    if x.sign(0) > 0 {
      x.add(1, 0, integer: 1)
      x.divide(0, 0, 1)
    }
    let n = table.pointee.limbs
    let target = cell(dst)
    withUnsafeTemporaryAllocation(of: mp_limb_t.self, capacity: 2 * n + 2 + table.pointee.scratchCount) { buffer in
      // A buffer of at least two limbs has an address.
      let fraction = buffer.baseAddress!
      let quotient = fraction + n + 1
      ElementaryTable.fixed(x.cell(0), fraction, limbs: n, integerLimbs: 0)
      table.pointee.logarithmicQuotient(quotient, fraction, scratch: quotient + n + 1)
      var view = Self.view(of: quotient, limbs: n + 1, exponent: 64)
      mpfr_mul(target, x.cell(0), &view, MPFR_RNDN)
    }
    return true
  }

  /// The logarithm in machine arithmetic.
  private static func roughLogarithm(_ x: mpfr_srcptr) -> Double {
    if Swift.abs(x.pointee._mpfr_exp) < 1000 { return mpfr_get_d(x, MPFR_RNDN).naturalLogarithm }
    var exponent = 0
    let fraction = mpfr_get_d_2exp(&exponent, x, MPFR_RNDN)
    return fraction.naturalLogarithm + Double(exponent) * 0.693_147_180_559_945_3
  }

  /// A view of a positive fraction, whose leading zeros are shifted away, times a power of two.
  private static func view(
    of limbs: UnsafeMutablePointer<mp_limb_t>, limbs n: Int, exponent: Int
  ) -> __mpfr_struct {
    var (count, zeros) = (n, 0)
    while count > 1, limbs[count - 1] == 0 { (count, zeros) = (count - 1, zeros + 64) }
    let bits = limbs[count - 1].leadingZeroBitCount
    if bits > 0 { __gmpn_lshift(limbs, limbs, count, UInt32(bits)) }
    return __mpfr_struct(
      _mpfr_prec: 64 * count, _mpfr_sign: 1, _mpfr_exp: exponent - zeros - bits, _mpfr_d: limbs)
  }
}
