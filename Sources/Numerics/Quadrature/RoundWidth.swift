/// A width rounded to one of eight values an octave, so that nearby parameter points share their nodes.
struct RoundWidth: Hashable {
  /// From 8 to 15.
  let numerator: Int
  let exponent: Int

  /// The nearest of the round widths; 1 for a width that is not a normal positive number.
  init(_ width: Double) {
    guard width.isNormal, width > 0 else {
      (numerator, exponent) = (8, -3)
      return
    }
    let eighths = (width.significand * 8).rounded()
    if eighths == 16 {
      (numerator, exponent) = (8, Int(width.exponent) - 2)
    } else {
      (numerator, exponent) = (Int(eighths), Int(width.exponent) - 3)
    }
  }

  var value: Double { Double(numerator) * .powerOfTwo(exponent) }
}
