internal import CMPFR

extension ElementaryTable {
  /// `exp` of `sign` times the fixed-point number in `x`, which is below 2^22, as a number in `[1, 2)`.
  ///
  /// - Parameters:
  ///   - result: `limbs` fraction limbs and one of the integer part.
  ///   - x: `limbs` fraction limbs and one of the integer part; destroyed.
  ///   - approximation: the magnitude as a floating-point number.
  ///   - scratch: `scratchCount` limbs.
  /// - Returns: the exponent of two that the number is to be multiplied by.
  func exponential(
    _ result: UnsafeMutablePointer<mp_limb_t>, _ x: UnsafeMutablePointer<mp_limb_t>, isNegative: Bool,
    approximation: Double, scratch: UnsafeMutablePointer<mp_limb_t>
  ) -> Int {
    let n = limbs
    let ratio = approximation * 1.442_695_040_888_963_4
    var multiple = Int(isNegative ? ratio.rounded(.up) : ratio.rounded(.down))
    scratch[n] = __gmpn_mul_1(scratch, logTwo, n, mp_limb_t(multiple))
    let isBelow =
      isNegative ? __gmpn_sub_n(x, scratch, x, n + 1) != 0 : __gmpn_sub_n(x, x, scratch, n + 1) != 0
    if isBelow {
      let carry = __gmpn_add_n(x, x, logTwo, n)
      x[n] &+= carry
      multiple += isNegative ? 1 : -1
    }
    var digits: mp_limb_t = 0
    for level in 0..<levels {
      let digit = exponentialDigit(x[n - 1], level)
      if digit > 0 { __gmpn_sub_n(x, x, logarithm(level, digit), n) }
      digits |= mp_limb_t(digit) << mp_limb_t(Self.digitBits * level)
    }
    let bits = Self.leadingZeros(x, n)
    exponential.sum(
      result, x, limbs: n, bits: bits, terms: min(exponentialTerms, 64 * n / bits + 1), scratch: scratch)
    multiply(result, count: n + 1, by: digits, scratch: scratch)
    return isNegative ? -multiple : multiple
  }

  /// The largest digit whose logarithm is below what is left of an argument, of which `top` is the first limb.
  private func exponentialDigit(_ top: mp_limb_t, _ level: Int) -> Int {
    // log(1 + u) <= u, so that this one is not too large.
    var digit = min(Int(top >> mp_limb_t(64 - Self.digitBits * (level + 1))), Self.digitCount - 1)
    while digit + 1 < Self.digitCount, logarithm(level, digit + 1)[limbs - 1] < top { digit += 1 }
    return digit
  }

  /// `-log` of the fraction `m` in `[1/2, 1)`: `limbs` fraction limbs and one of the integer part.
  ///
  /// The error is below 2^10 units of the last limb, however close to 1 the fraction is.
  ///
  /// - Parameters:
  ///   - m: `limbs` limbs; destroyed.
  ///   - scratch: `scratchCount` limbs.
  func negatedLogarithm(
    _ result: UnsafeMutablePointer<mp_limb_t>, _ m: UnsafeMutablePointer<mp_limb_t>,
    scratch: UnsafeMutablePointer<mp_limb_t>
  ) {
    let n = limbs
    let digits = logarithmDigits(m[n - 1])
    multiply(m, count: n, by: digits, scratch: scratch)
    // No digit is too large, so that m is below 1 yet.
    __gmpn_neg(m, m, n)
    logarithmicQuotient(result, m, scratch: scratch)
    __gmpn_mul(scratch, result, n + 1, m, n)
    result.update(from: scratch + n, count: n + 1)
    for level in 0..<levels {
      let digit = Self.digit(digits, level)
      if digit > 0 { result[n] += __gmpn_add_n(result, result, logarithm(level, digit), n) }
    }
  }

  /// The digits whose product takes a fraction with the first limb `top` to just below 1.
  private func logarithmDigits(_ top: mp_limb_t) -> mp_limb_t {
    // Not less than 2^64 times the fraction, nor than its products.
    var bound = top &+ 1
    guard bound != 0 else { return 0 }
    var digits: mp_limb_t = 0
    for level in 0..<levels {
      let shift = mp_limb_t(Self.digitBits * (level + 1))
      let missing = 0 &- bound
      // 1/m - 1 >= 1 - m, so that this one is not too large.
      var digit = min(missing >> (64 - shift), mp_limb_t(Self.digitCount - 1))
      while digit + 1 < Self.digitCount, Self.part(bound, digit + 1, shift) <= missing { digit += 1 }
      if digit > 0 { bound &+= Self.part(bound, digit, shift) }
      digits |= digit << mp_limb_t(Self.digitBits * level)
      if bound == 0 { break }
    }
    return digits
  }

  /// `bound digit/2^shift`, rounded up.
  private static func part(_ bound: mp_limb_t, _ digit: mp_limb_t, _ shift: mp_limb_t) -> mp_limb_t {
    let (high, low) = bound.multipliedFullWidth(by: digit)
    return ((high << (64 - shift)) | (low >> shift)) + 1
  }

  private static func digit(_ digits: mp_limb_t, _ level: Int) -> Int {
    Int(digits >> mp_limb_t(digitBits * level)) & (digitCount - 1)
  }

  /// Multiplies a number by all the `1 + i 2^(-4 (level + 1))`, as many at once as a limb has bits for; it may lose a unit of the
  /// last place at each pass.
  private func multiply(
    _ x: UnsafeMutablePointer<mp_limb_t>, count: Int, by digits: mp_limb_t, scratch: UnsafeMutablePointer<mp_limb_t>
  ) {
    var (factor, scale): (mp_limb_t, mp_limb_t) = (1, 0)
    for level in 0...levels {
      let shift = mp_limb_t(Self.digitBits * (level + 1))
      if level == levels || scale + shift > 63 {
        let fraction = factor << (64 - scale)
        if fraction != 0 {
          scratch[count] = __gmpn_mul_1(scratch, x, count, fraction)
          __gmpn_add_n(x, x, scratch + 1, count)
        }
        (factor, scale) = (1, 0)
      }
      guard level < levels else { break }
      factor = (factor << shift) + factor * mp_limb_t(Self.digit(digits, level))
      scale += shift
    }
  }

  /// `-log(1 - x)/x` for the fraction `x` in `(0, 2^-reducedBits)`: `limbs` fraction limbs and one of the integer part.
  func logarithmicQuotient(
    _ result: UnsafeMutablePointer<mp_limb_t>, _ x: UnsafePointer<mp_limb_t>,
    scratch: UnsafeMutablePointer<mp_limb_t>
  ) {
    let bits = Self.leadingZeros(x, limbs)
    logarithm.sum(result, x, limbs: limbs, bits: bits, terms: 64 * limbs / bits + 1, scratch: scratch)
  }

  /// The zero bits before the first one, at most those of all limbs but the last.
  private static func leadingZeros(_ x: UnsafePointer<mp_limb_t>, _ n: Int) -> Int {
    var (zeros, top) = (0, n - 1)
    while top > 0, x[top] == 0 { (zeros, top) = (zeros + 64, top - 1) }
    return min(zeros + x[top].leadingZeroBitCount, 64 * n - 1)
  }
}
