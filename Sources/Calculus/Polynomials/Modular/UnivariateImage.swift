/// A dense polynomial in one variable over a prime field, lowest power first, without zeros at the top.
struct UnivariateImage {
  private(set) var coefficients: [UInt64]

  /// Takes coefficients, of which the highest may be 0.
  init(_ coefficients: [UInt64]) {
    self.coefficients = coefficients
    trim()
  }

  /// The degree; -1 for the polynomial 0.
  var degree: Int { coefficients.count - 1 }

  private mutating func trim() {
    while coefficients.last == 0 { coefficients.removeLast() }
  }

  /// The greatest common divisor of two polynomials, not both 0, with any leading coefficient: Euclid's algorithm.
  static func divisor(_ a: UnivariateImage, _ b: UnivariateImage, over field: PrimeField) -> UnivariateImage {
    var (f, g) = a.degree >= b.degree ? (a, b) : (b, a)
    while g.degree > 0 {
      f.reduce(by: g, over: field)
      swap(&f, &g)
    }
    return g.degree == 0 ? UnivariateImage([field.one]) : f
  }

  /// Whether another polynomial, which must not be 0, divides this one.
  func isMultiple(of divisor: UnivariateImage, over field: PrimeField) -> Bool {
    var rest = self
    rest.reduce(by: divisor, over: field)
    return rest.degree < 0
  }

  /// Multiplies so that the leading coefficient becomes a given one; the polynomial must not be 0.
  mutating func scale(toLeading leading: UInt64, over field: PrimeField) {
    let factor = field.multiply(leading, field.inverse(coefficients[degree]))
    for k in coefficients.indices { coefficients[k] = field.multiply(coefficients[k], factor) }
  }

  /// Leaves a multiple of the remainder of a division: at low degrees products are cheaper than a reciprocal.
  private mutating func reduce(by divisor: UnivariateImage, over field: PrimeField) {
    let d = divisor.coefficients
    let leading = d[d.count - 1]
    while coefficients.count >= d.count {
      let shift = coefficients.count - d.count
      let top = coefficients.removeLast()
      for k in 0..<shift { coefficients[k] = field.multiply(coefficients[k], leading) }
      for k in 0..<(d.count - 1) {
        coefficients[k + shift] = field.subtract(
          field.multiply(coefficients[k + shift], leading), field.multiply(top, d[k]))
      }
      trim()
    }
  }
}
