public import Multiprecision

/// A number found by quadrature or summation, with what is believed of it.
public struct Estimate: Sendable {
  /// How a computation ended.
  public enum Status: Hashable, Sendable {
    /// All wanted digits agree.
    case converged
    /// The refinement ended before all wanted digits agreed; `digits` of them do.
    case limit
    /// The integral has no finite value: its absolute parts grow without bound, with this sign; 0 if both signs occur.
    case divergent(sign: Int)
  }

  /// The value; infinite, or not a number, if it diverges.
  public let value: Real
  /// The decimal digits that are believed, counted from the first digit of `scale`.
  public let digits: Int
  /// How the computation ended.
  public let status: Status
  /// The error is believed to be less than 10 to this power; `Int.min` for an exact value, `Int.max` if divergent.
  public let absoluteErrorExponent10: Int
  /// The integral of the integrand's absolute value: the scale on which its rounding and truncation errors live.
  public let scale: Real

  /// Whether the bound of the error is proven, rounding included, not only believed.
  public let isCertified: Bool

  init(
    value: Real, digits: Int, status: Status, absoluteErrorExponent10: Int, scale: Real, isCertified: Bool = false
  ) {
    self.value = value
    self.digits = digits
    self.status = status
    self.absoluteErrorExponent10 = absoluteErrorExponent10
    self.scale = scale
    self.isCertified = isCertified
  }

  /// The digits believed when they are counted from the first digit of another scale, e.g. sqrt(I_ii I_jj).
  public func digits(relativeTo other: Real) -> Int {
    guard isFinite else { return 0 }
    return Self.digits(errorExponent10: absoluteErrorExponent10, scale: other, precision: value.precision)
  }

  /// Whether the status is not divergent.
  public var isFinite: Bool {
    if case .divergent = status { return false }
    return true
  }

  /// Whether nothing distinguishes the value from 0.
  public var isIndistinguishableFromZero: Bool {
    isFinite && (value.isZero || value.exponent10 < absoluteErrorExponent10)
  }

  /// The digits from the first of `scale` down to the error, at most those that `precision` bits can express.
  static func digits(errorExponent10: Int, scale: Real, precision: Int) -> Int {
    let longest = Int(Double(precision) * 0.30103)
    if errorExponent10 == Int.min { return longest }
    guard errorExponent10 != Int.max, scale.isFinite, !scale.isZero else { return 0 }
    return min(max(scale.exponent10 - errorExponent10, 0), longest)
  }
}

extension Estimate {
  /// The sum, of errors that may add up.
  public static func + (a: Estimate, b: Estimate) -> Estimate {
    guard a.isFinite, b.isFinite else {
      if !a.isFinite, !b.isFinite, a.status != b.status {
        return Estimate(
          value: a.value + b.value, digits: 0, status: .divergent(sign: 0), absoluteErrorExponent10: Int.max,
          scale: a.scale)
      }
      return a.isFinite ? b : a
    }
    let (scale, worst) = (a.scale + b.scale, max(a.absoluteErrorExponent10, b.absoluteErrorExponent10))
    let value = a.value + b.value
    let isExact = a.absoluteErrorExponent10 == Int.min && b.absoluteErrorExponent10 == Int.min
    let error = isExact && value.isZero ? Int.min : isExact || worst == Int.max ? worst : worst + 1
    return Estimate(
      value: value, digits: digits(errorExponent10: error, scale: scale, precision: value.precision),
      status: a.status == .converged ? b.status : a.status, absoluteErrorExponent10: error, scale: scale)
  }

  /// The number with the other sign.
  public static prefix func - (a: Estimate) -> Estimate {
    let status: Status = if case .divergent(let sign) = a.status { .divergent(sign: -sign) } else { a.status }
    return Estimate(
      value: -a.value, digits: a.digits, status: status, absoluteErrorExponent10: a.absoluteErrorExponent10,
      scale: a.scale, isCertified: a.isCertified)
  }

  /// The same value with an error that covers its distance from a less accurate one.
  public func allowing(for coarse: Estimate) -> Estimate {
    guard isFinite, coarse.isFinite else { return self }
    let distance = (value - coarse.value).magnitude
    let error = max(absoluteErrorExponent10, distance.isZero ? Int.min : distance.exponent10)
    let agreed = Self.digits(errorExponent10: error, scale: scale, precision: value.precision)
    return Estimate(
      value: value, digits: min(digits, agreed), status: status, absoluteErrorExponent10: error, scale: scale)
  }
}
