internal import Multiprecision

/// The terms of a polynomial over a prime field: the power of the main variable, those of the others, and a coefficient.
struct ModularTerms {
  /// The powers of the main variable, one a term.
  let mainExponents: [Int]
  /// For each other variable its powers, one a term.
  let exponents: [[Int]]
  private let integers: [Integer]
  /// The coefficients modulo the prime that was chosen last.
  private(set) var coefficients: [UInt64] = []

  /// Takes the terms of a polynomial apart.
  ///
  /// - Parameters:
  ///   - main: the main variable.
  ///   - others: all other variables that may occur.
  ///   - strides: common divisors of all powers of a variable, which are divided out.
  init(_ polynomial: Polynomial, main: Int32, others: [Int32], strides: [Int32: Int]) {
    func powers(_ variable: Int32) -> [Int] {
      let stride = strides[variable] ?? 1
      return polynomial.exponents(of: variable).map { stride == 1 ? $0 : $0 / stride }
    }
    mainExponents = powers(main)
    exponents = others.map { powers($0) }
    integers = polynomial.coefficients
  }

  /// The degree in the main variable.
  var mainDegree: Int { mainExponents.max() ?? 0 }

  /// The degree in one of the other variables.
  func degree(_ other: Int) -> Int { exponents[other].max() ?? 0 }

  /// Reduces the coefficients modulo a prime.
  mutating func reduce(over field: PrimeField) { coefficients = integers.map { field.element($0) } }

  /// For each term the product of the powers of some of the other variables, at a point.
  func values(_ range: Range<Int>, at point: [UInt64], over field: PrimeField) -> [UInt64] {
    var result = [UInt64](repeating: field.one, count: mainExponents.count)
    for variable in range {
      let powers = field.powers(point[variable], upTo: degree(variable))
      let own = exponents[variable]
      for term in result.indices where own[term] > 0 { result[term] = field.multiply(result[term], powers[own[term]]) }
    }
    return result
  }
}

/// The images of a polynomial in its main variable at the points (α_1^i, …, α_k^i, β_{k+1}, …, β_n) for i = 1, 2, ….
///
/// Between one point and the next each term only takes one factor.
struct ImageSequence {
  private let mainExponents: [Int]
  private let mainDegree: Int
  private var terms: [UInt64]
  private let steps: [UInt64]
  private let field: PrimeField

  /// Prepares the images; the first `count` variables take powers of `base`, the others stay at `rest`.
  init(_ polynomial: ModularTerms, count: Int, base: [UInt64], rest: [UInt64], over field: PrimeField) {
    self.field = field
    mainExponents = polynomial.mainExponents
    mainDegree = polynomial.mainDegree
    steps = polynomial.values(0..<count, at: base, over: field)
    terms = polynomial.values(count..<polynomial.exponents.count, at: rest, over: field)
    for k in terms.indices { terms[k] = field.multiply(terms[k], polynomial.coefficients[k]) }
  }

  /// The next image.
  mutating func next() -> UnivariateImage {
    var image = [UInt64](repeating: 0, count: mainDegree + 1)
    for k in terms.indices {
      terms[k] = field.multiply(terms[k], steps[k])
      image[mainExponents[k]] = field.add(image[mainExponents[k]], terms[k])
    }
    return UnivariateImage(image)
  }
}
