internal import CMPFR

extension Real: CustomStringConvertible {
  /// The significant digits of a number `0.d1 d2 d3 ... * 10^exponent`, without its sign.
  struct DecimalDigits {
    var digits: [UInt8]
    var exponent: Int
  }

  func decimalDigits(_ count: Int, rounding: mpfr_rnd_t) -> DecimalDigits {
    var exponent: mpfr_exp_t = 0
    let digits = withUnsafeTemporaryAllocation(of: CChar.self, capacity: Swift.max(count + 2, 7)) { buffer in
      withMPFR { value -> [UInt8] in
        guard let text = mpfr_get_str(buffer.baseAddress, &exponent, 10, count, value, rounding) else { return [] }
        let start = text[0] == CChar(UInt8(ascii: "-")) ? 1 : 0
        return (start..<start + count).map { UInt8(bitPattern: text[$0]) }
      }
    }
    return DecimalDigits(digits: digits, exponent: exponent)
  }

  /// The value with exactly `digits` significant decimal digits, correctly rounded: `0.4444`, `2.000`, `1.5e-30`.
  ///
  /// Plain notation is used for decimal exponents from -6 up to below `digits`; special values read `0`, `inf`, `-inf`
  /// and `nan`.
  public func description(digits count: Int) -> String {
    if isNaN { return "nan" }
    if isZero { return "0" }
    let sign = isNegative ? "-" : ""
    if isInfinite { return sign + "inf" }
    let decimal = decimalDigits(Swift.max(count, 1), rounding: MPFR_RNDN)
    let text = String(decoding: decimal.digits, as: UTF8.self)
    let point = decimal.exponent
    let plain: String
    if point > decimal.digits.count || point < -5 {
      plain = Real.scientific(text, exponent: point - 1)
    } else if point <= 0 {
      plain = "0." + String(repeating: "0", count: -point) + text
    } else if point == decimal.digits.count {
      plain = text
    } else {
      plain = text.prefix(point) + "." + text.dropFirst(point)
    }
    return sign + plain
  }

  private static func scientific(_ digits: String, exponent: Int) -> String {
    let fraction = digits.dropFirst()
    return digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction) + "e\(exponent)"
  }

  /// All digits that the precision can express.
  public var description: String { description(digits: Swift.max(Int(Double(precision) * 0.301_03), 1)) }
}
