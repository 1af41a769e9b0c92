internal import Multiprecision

/// The search for the greatest common divisor of two polynomials by images modulo primes.
///
/// The scaled divisor is found modulo one prime after another until the integers settle; its primitive part is returned only
/// after both polynomials have been divided by it. It then is a common divisor, and no larger one exists because its degree in
/// the main variable is the one of an image with surviving leading coefficients. Primes and points are the same in every run.
struct ModularDivisor {
  private let a: Polynomial
  private let b: Polynomial
  private let main: Int32
  private let others: [Int32]
  private let leading: Polynomial
  private let strides: [Int32: Int]
  private let bounds: [Int]

  /// Prepares the search for polynomials in the same variables whose coefficients in the main variable share no divisor.
  ///
  /// - Parameter degrees: bounds of the degrees of the divisor.
  init(_ a: Polynomial, _ b: Polynomial, main: Int32, degrees: [Int32: Int]) {
    (self.a, self.b, self.main) = (a, b, main)
    let leading = Polynomial.gcd(a.leadingCoefficient(in: main), b.leadingCoefficient(in: main))
    let others = a.variables.filter { $0 != main }
    var strides: [Int32: Int] = [:]
    for variable in a.variables {
      strides[variable] = max(1, (a.exponents(of: variable) + b.exponents(of: variable)).reduce(0, Self.gcd))
    }
    bounds = others.map { variable in
      // The scaled divisor divides a and b times what their leading coefficients share, and so does its degree.
      let whole = min(a.degree(in: variable), b.degree(in: variable))
      let scaled = leading.degree(in: variable) + (degrees[variable] ?? whole)
      return min(scaled, whole) / (strides[variable] ?? 1)
    }
    (self.leading, self.others, self.strides) = (leading, others, strides)
  }

  private static func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }

  /// The greatest common divisor.
  func divisor() -> Polynomial {
    func terms(_ p: Polynomial) -> ModularTerms { ModularTerms(p, main: main, others: others, strides: strides) }
    var interpolation = SparseInterpolation(a: terms(a), b: terms(b), leading: terms(leading), bounds: bounds)
    var points = PointSequence(seed: 1)
    // Only finitely many primes and points are unlucky, and of those beyond 2^61 hardly any.
    while true {
      if let image = interpolation.divisor(&points) {
        if image.mainDegree == 0 { return .one }
        if let found = lifted(image, &interpolation, &points) { return found }
      }
      interpolation.advance()
    }
  }

  /// The divisor from its image modulo a first prime, or nil where that was unlucky.
  private func lifted(
    _ image: SparseImage, _ interpolation: inout SparseInterpolation, _ points: inout PointSequence
  ) -> Polynomial? {
    var lift = CoefficientLift(image, over: interpolation.field)
    while true {
      if lift.looksSettled, let divisor = proved(image, lift.coefficients) { return divisor }
      if lift.isUnchanged { return nil }
      interpolation.advance()
      guard let next = interpolation.divisor(like: image, &points) else { return nil }
      lift.add(next, over: interpolation.field)
    }
  }

  /// The primitive part of a candidate, if it divides both polynomials.
  private func proved(_ image: SparseImage, _ coefficients: [Integer]) -> Polynomial? {
    let scaled = polynomial(image, coefficients)
    let divisor = leading.isConstant ? scaled.primitivePart : scaled.primitivePart(in: main)
    return a.exactQuotient(by: divisor) != nil && b.exactQuotient(by: divisor) != nil ? divisor : nil
  }

  private func polynomial(_ image: SparseImage, _ coefficients: [Integer]) -> Polynomial {
    let variables = a.variables
    let places = others.map { variables.firstIndex(of: $0) ?? 0 }
    let mainPlace = variables.firstIndex(of: main) ?? 0
    var exponents: [[Int]] = []
    for group in image.groups {
      for term in group.coefficients.indices {
        var row = [Int](repeating: 0, count: variables.count)
        row[mainPlace] = group.mainExponent * (strides[main] ?? 1)
        for (other, place) in places.enumerated() {
          row[place] = group.exponents[term * others.count + other] * (strides[others[other]] ?? 1)
        }
        exponents.append(row)
      }
    }
    return Polynomial(variables: variables, exponents: exponents, coefficients: coefficients)
  }
}
