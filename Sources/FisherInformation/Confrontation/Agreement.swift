internal import Multiprecision

/// The number of decimal digits on which two values agree, relative to a scale.
enum Agreement {
  /// `-log10(|a - b| / scale)`, at most `cap`; negative where the values differ by more than the scale.
  static func digits(_ a: Real, _ b: Real, scale: Real, cap: Int) -> Int {
    let difference = (a - b).magnitude
    if difference.isZero { return cap }
    guard difference.isFinite, scale.isFinite, !scale.isZero else {
      return a.isFinite && b.isFinite ? -difference.exponent10 : 0
    }
    return min(cap, -(difference / scale).exponent10)
  }

  /// The larger of |I_ij| and sqrt(I_ii I_jj), the natural unit of an entry of an information matrix.
  static func scale(_ entry: Real, _ rowDiagonal: Real, _ columnDiagonal: Real) -> Real {
    let geometric = (rowDiagonal * columnDiagonal).magnitude.squareRoot
    return geometric > entry.magnitude ? geometric : entry.magnitude
  }
}
