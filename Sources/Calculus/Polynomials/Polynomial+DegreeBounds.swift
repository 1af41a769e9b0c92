internal import Multiprecision

extension Polynomial {
  /// Upper bounds of the degrees of the greatest common divisor in the variables that two polynomials share.
  ///
  /// For each of them the others are given values modulo a prime. Where the degree of one polynomial survives, the image of a
  /// common divisor keeps its degree, so the divisor of the images has at least that (Geddes, Czapor & Labahn, Algorithms for
  /// Computer Algebra, 1992, 7.4). The bound 0 is a proof that a variable does not occur.
  static func divisorDegreeBounds(_ a: Polynomial, _ b: Polynomial) -> [Int32: Int] {
    let field = PrimeField.first
    let common = a.variables.filter { b.contains($0) }
    var bounds: [Int32: Int] = [:]
    for variable in common { bounds[variable] = min(a.degree(in: variable), b.degree(in: variable)) }
    // A second try for variables whose leading coefficients vanish at the first points.
    var open = common
    for attempt in 0..<2 where !open.isEmpty {
      let images = zip(a.images(in: open, attempt, field), b.images(in: open, attempt, field))
      var unlucky: [Int32] = []
      for (variable, (f, g)) in zip(open, images) {
        let survives = f.degree == a.degree(in: variable) || g.degree == b.degree(in: variable)
        if survives, f.degree >= 0, g.degree >= 0 {
          bounds[variable] = UnivariateImage.divisor(f, g, over: field).degree
        } else {
          unlucky.append(variable)
        }
      }
      open = unlucky
    }
    return bounds
  }

  /// For each variable of a list the polynomial in it, the others at fixed points of a field.
  func images(in wanted: [Int32], _ attempt: Int, _ field: PrimeField) -> [UnivariateImage] {
    if wanted.isEmpty { return [] }
    var weights = coefficients.map { field.element($0) }
    for variable in variables {
      let powers = field.powers(Self.point(variable, attempt, field), upTo: degree(in: variable))
      for (term, exponent) in exponents(of: variable).enumerated() where exponent > 0 {
        weights[term] = field.multiply(weights[term], powers[exponent])
      }
    }
    return wanted.map { variable in
      let degree = degree(in: variable)
      let inverses = field.powers(field.inverse(Self.point(variable, attempt, field)), upTo: degree)
      var image = [UInt64](repeating: 0, count: degree + 1)
      for (term, exponent) in exponents(of: variable).enumerated() {
        image[exponent] = field.add(image[exponent], weights[term])
      }
      for exponent in image.indices { image[exponent] = field.multiply(image[exponent], inverses[exponent]) }
      return UnivariateImage(image)
    }
  }

  /// The value given to a variable: fixed, so that every run takes the same path.
  private static func point(_ variable: Int32, _ attempt: Int, _ field: PrimeField) -> UInt64 {
    var points = PointSequence(seed: UInt64(truncatingIfNeeded: Int(variable) * 2 + attempt))
    return points.element(of: field)
  }
}
