internal import CMPFR

/// Exponential and logarithm for the moderate precisions at which MPFR's own take many times as long; every other case
/// (special values, huge arguments, very high precision) is left to MPFR.
extension Registers {
  /// Arguments of 2 to more than this power are left to MPFR.
  private static var largestExponent: Int { 21 }
  /// Smaller logarithms keep their relative accuracy by way of the distance from 1.
  private static var smallestLogarithm: Double { 0x1p-15 }

  /// Beyond this precision half the bits of a logarithm and an exponential take less time than the series.
  private static var longestLogarithm: Int { 2560 }

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
      var view = Self.view(of: result, limbs: n, exponent: exponent)
      mpfr_set(target, &view, MPFR_RNDN)
    }
    return true
  }

  /// `dst = log a` within 0.51 units of the last place; false if the case is left to MPFR.
  ///
  /// With `y` a little above `log a`, from machine arithmetic, `log a = y + log(1 - v)` with `v = 1 - a exp(-y)`.
  mutating func logarithmInFixedPoint(_ dst: Int, _ a: Int) -> Bool {
    guard isFinite(a), sign(a) > 0, Swift.abs(exponent(a)) < 1 << (Self.largestExponent - 1),
      let table = ElementaryTable.table(precision: precision)
    else { return false }
    let (source, target) = (cell(a), cell(dst))
    let rough = Self.roughLogarithm(source)
    guard Swift.abs(rough) > Self.smallestLogarithm else {
      var distance = Registers(count: 1, precision: precision)
      distance.subtract(0, from: self, a, integer: 1)
      return logarithmNextToOne(dst, distance)
    }
    if precision > Self.longestLogarithm { return logarithmByExponential(dst, a) }
    let y = rough + Swift.abs(rough) * 0x1p-50 + 0x1p-52
    let n = table.pointee.limbs
    return withUnsafeTemporaryAllocation(of: mp_limb_t.self, capacity: 3 * n + 3 + table.pointee.scratchCount) {
      buffer in
      // A buffer of at least three limbs has an address.
      let x = buffer.baseAddress!
      let (result, mantissa) = (x + n + 1, x + 2 * n + 2)
      let scratch = mantissa + n + 1
      Self.store(y, x, limbs: n)
      let shift = table.pointee.exponential(result, x, isNegative: y > 0, approximation: Swift.abs(y), scratch: scratch)
      var bare = source.pointee
      bare._mpfr_exp = 0
      ElementaryTable.fixed(&bare, mantissa, limbs: n, integerLimbs: 0)
      __gmpn_mul_n(scratch, result, mantissa, n)
      // The product times two to this is next below 1.
      let up = source.pointee._mpfr_exp + shift
      guard up > 0, up < 64, __gmpn_lshift(x, scratch + n, n, UInt32(up)) == 0, x[n - 1] >> 40 == (1 << 24) - 1 else {
        return false
      }
      __gmpn_neg(x, x, n)
      guard __gmpn_zero_p(x, n) == 0 else { return false }
      table.pointee.logarithmicQuotient(result, x, scratch: scratch)
      __gmpn_mul(scratch, result, n + 1, x, n)
      result.update(from: scratch + n, count: n)
      var view = Self.view(of: result, limbs: n, exponent: 0)
      mpfr_d_sub(target, y, &view, MPFR_RNDN)
      return true
    }
  }

  /// `dst = log a` within 0.51 units of the last place for an a that is not next to 1; false if the case is left to MPFR.
  ///
  /// With y the logarithm to half the bits and `v = a e^-y - 1`, `log a = y + v - v^2/2` but for a third of `v^3`.
  private mutating func logarithmByExponential(_ dst: Int, _ a: Int) -> Bool {
    let bits = precision + 64
    guard ElementaryTable.table(precision: bits) != nil else { return false }
    var half = Registers(count: 1, precision: bits / 2 + 32)
    half.set(0, from: self, a)
    half.log(0, 0)
    var scratch = Registers(count: 3, precision: bits)
    let (y, v, square) = (0, 1, 2)
    scratch.set(y, from: half, 0)
    scratch.negate(v, y)
    scratch.exp(v, v)
    scratch.multiply(v, v, from: self, a)
    scratch.subtract(v, v, integer: 1)
    scratch.square(square, v)
    scratch.multiplyByPowerOfTwo(square, square, -1)
    scratch.subtract(v, v, square)
    scratch.add(y, y, v)
    set(dst, from: scratch, y)
    return true
  }

  /// `dst = log(1 + a)` within 0.51 units of the last place; false if the case is left to MPFR.
  mutating func logarithmOfSuccessor(_ dst: Int, _ a: Int) -> Bool {
    guard isFinite(a), !isZero(a), exponent(a) <= Self.largestExponent - 1,
      ElementaryTable.table(precision: precision + 96) != nil
    else { return false }
    var scratch = Registers(count: 1, precision: precision + 32)
    if exponent(a) <= -ElementaryTable.logarithmBits {
      scratch.set(0, from: self, a)
      return logarithmNextToOne(dst, scratch)
    }
    // Here the sum loses no more than 14 of the bits to spare.
    scratch.add(0, from: self, a, integer: 1)
    guard scratch.sign(0) > 0, scratch.logarithmInFixedPoint(0, 0) else { return false }
    set(dst, from: scratch, 0)
    return true
  }

  /// `dst = log(1 + u)` for the u of less than 2^-14 in the register of others: `-x S(x)` or `x S(x)` with the series S of
  /// `-log(1 - x)/x`, at `x = -u` or `x = u/(1 + u)`.
  private mutating func logarithmNextToOne(_ dst: Int, _ u: borrowing Registers) -> Bool {
    guard let table = ElementaryTable.table(precision: precision) else { return false }
    if u.isZero(0) {
      set(dst, integer: 0)
      return true
    }
    var x = Registers(count: 2, precision: precision + 32)
    x.set(0, from: u, 0)
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

  /// Writes the magnitude of a machine number as fraction limbs and one integer limb; it has no bits below `2^-128`.
  private static func store(_ y: Double, _ place: UnsafeMutablePointer<mp_limb_t>, limbs n: Int) {
    place.update(repeating: 0, count: n + 1)
    var rest = Swift.abs(y)
    for index in stride(from: n, through: Swift.max(n - 2, 0), by: -1) {
      let whole = rest.rounded(.down)
      place[index] = mp_limb_t(whole)
      rest = (rest - whole) * 0x1p64
    }
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
