/// A width rounded to one of four values an octave, so that nearby parameter points share their nodes.
struct RoundWidth: Hashable {
  /// From 4 to 7.
  let numerator: Int
  let exponent: Int

  /// The nearest of the round widths; 1 for a width that is not a normal positive number.
  init(_ width: Double) {
    guard width.isNormal, width > 0 else {
      (numerator, exponent) = (4, -2)
      return
    }
    let quarters = (width.significand * 4).rounded()
    if quarters == 8 {
      (numerator, exponent) = (4, Int(width.exponent) - 1)
    } else {
      (numerator, exponent) = (Int(quarters), Int(width.exponent) - 2)
    }
  }

  var value: Double { Double(numerator) * .powerOfTwo(exponent) }
}
