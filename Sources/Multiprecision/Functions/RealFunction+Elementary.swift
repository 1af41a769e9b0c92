/// The elementary functions (DLMF chapter 4): each result is within 0.51 units in the last place.
extension RealFunction {
  /// The exponential function.
  public static let exp = unary { $0.exp($1, $2) }
  /// The natural logarithm: -inf at 0, not a number below.
  public static let log = unary { $0.log($1, $2) }
  /// The absolute value, exactly.
  public static let abs = unary { $0.absolute($1, $2) }.approximated { $0.magnitude }.proven(.slopeAtMostOne)
  /// The sine.
  public static let sin = unary { $0.sin($1, $2) }.approximated { $0.sine }.proven(.slopeAtMostOne)
    .bounded { $0.hyperbolicCosine }
  /// The cosine.
  public static let cos = unary { $0.cos($1, $2) }.approximated { $0.cosine }.proven(.slopeAtMostOne)
    .bounded { $0.hyperbolicCosine }
  /// The tangent.
  public static let tan = unary { $0.tan($1, $2) }
  /// The inverse sine on [-1, 1].
  public static let asin = unary { $0.asin($1, $2) }
  /// The inverse cosine on [-1, 1].
  public static let acos = unary { $0.acos($1, $2) }
  /// The inverse tangent.
  public static let atan = unary { $0.atan($1, $2) }.proven(.slopeAtMostOne)
  /// The hyperbolic sine.
  public static let sinh = unary { $0.sinh($1, $2) }
  /// The hyperbolic cosine.
  public static let cosh = unary { $0.cosh($1, $2) }
  /// The hyperbolic tangent.
  public static let tanh = unary { $0.tanh($1, $2) }.proven(.slopeAtMostOne)
  /// The inverse hyperbolic sine.
  public static let asinh = unary { $0.asinh($1, $2) }.proven(.slopeAtMostOne)
  /// The inverse hyperbolic cosine on [1, inf).
  public static let acosh = unary { $0.acosh($1, $2) }
  /// The inverse hyperbolic tangent on [-1, 1]; infinite at the ends.
  public static let atanh = unary { $0.atanh($1, $2) }

  /// The ratio of a circle's circumference to its diameter.
  public static let pi = constant { $0.pi($1) }.proven(.slopeAtMostOne)
  /// Euler's constant (DLMF 5.2.3).
  public static let eulerGamma = constant { $0.eulerGamma($1) }.proven(.slopeAtMostOne)
  /// Positive infinity.
  public static let infinity = constant { $0.setInfinity($1) }
}
