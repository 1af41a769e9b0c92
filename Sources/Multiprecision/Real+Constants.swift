extension Real {
  /// The number 0, exact.
  public static let zero = Real(Rational(0), precision: 8192)
  /// The number 1, exact; wide enough to serve as the scale of a comparison at any usual precision.
  public static let one = Real(Rational(1), precision: 8192)
}
