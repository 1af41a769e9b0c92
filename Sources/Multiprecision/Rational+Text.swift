extension Rational: CustomStringConvertible {
  /// The largest decimal exponent that `init(_:)` expands, so that a short text cannot ask for gigabytes.
  public static let largestDecimalExponent = 100_000

  /// Reads `7`, `-5/2`, `0.25`, `.5` or `1e-3`, exactly; anything else gives `nil`, and so does a decimal exponent beyond
  /// `largestDecimalExponent`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let top = Integer(String(parts[0])), let bottom = Integer(String(parts[1])), !bottom.isZero else {
        return nil
      }
      self.init(top, bottom)
    } else {
      guard parts.count == 1, let value = Rational(decimal: parts[0]) else { return nil }
      self = value
    }
  }

  private init?(decimal text: Substring) {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
    var exponent = 0
    if parts.count == 2 {
      guard let given = Int(parts[1]), given.magnitude <= UInt(Rational.largestDecimalExponent) else { return nil }
      exponent = given
    }
    let mantissa = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = mantissa.count == 2 ? mantissa[1] : ""
    guard let digits = Integer(String(mantissa[0] + fraction)), fraction.first != "-", fraction.first != "+" else {
      return nil
    }
    exponent -= fraction.utf8.count
    let scale = Integer(10).power(Int(exponent.magnitude))
    self = exponent >= 0 ? Rational(digits * scale) : Rational(digits, scale)
  }

  /// The value as `7` or `-5/2`.
  public var description: String { isInteger ? "\(numerator)" : "\(numerator)/\(denominator)" }

  /// The value as a double, with an error of at most two units in the last place; infinite or 0 beyond the range.
  public var doubleValue: Double {
    // Shifting the quotient to 64 significant bits keeps huge numerators over huge denominators in range.
    let excess = numerator.bitWidth - denominator.bitWidth
    let shift = 64 - excess
    let top = shift > 0 ? numerator * Integer(2).power(shift) : numerator
    let bottom = shift < 0 ? denominator * Integer(2).power(-shift) : denominator
    let quotient = top.quotientAndRemainder(dividingBy: bottom).quotient
    return Double(sign: .plus, exponent: -shift, significand: quotient.doubleValue)
  }
}
