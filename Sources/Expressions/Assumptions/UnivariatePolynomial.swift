internal import Multiprecision

/// A polynomial in one variable with rational coefficients, whose real roots can be counted.
struct UnivariatePolynomial {
  /// The coefficients of 1, x, x^2, ..., the last of which is not 0; empty for 0.
  let coefficients: [Rational]

  init(_ coefficients: [Rational]) {
    let length = coefficients.lastIndex { !$0.isZero }.map { $0 + 1 } ?? 0
    self.coefficients = Array(coefficients.prefix(length))
  }

  var degree: Int { coefficients.count - 1 }

  /// -1, 0 or 1 at a number.
  func signum(at x: Rational) -> Int {
    coefficients.reversed().reduce(Rational(0)) { $0 * x + $1 }.signum
  }

  /// -1 or 1 far out on a side, 0 for the polynomial 0.
  func signum(atInfinity side: Int) -> Int {
    guard let leading = coefficients.last else { return 0 }
    return side < 0 && degree % 2 == 1 ? -leading.signum : leading.signum
  }

  /// The number of distinct roots between two numbers; nil stands for the infinities.
  ///
  /// Sturm's theorem: the changes of sign along the sequence `p, p', -(p mod p'), ...` at the one less those at the other,
  /// where neither is a root. Common factors of the sequence, which belong to multiple roots, change no sign relative to
  /// its other members.
  func rootCount(above lower: Rational?, below upper: Rational?) -> Int {
    let sequence = [lower, upper].compactMap(\.self).reduce(self) { $0.withoutRoot($1) }.sturmSequence
    func changes(_ signum: (UnivariatePolynomial) -> Int) -> Int {
      let signs = sequence.map(signum).filter { $0 != 0 }
      return zip(signs, signs.dropFirst()).count { $0 != $1 }
    }
    let below = changes { p in lower.map(p.signum(at:)) ?? p.signum(atInfinity: -1) }
    let above = changes { p in upper.map(p.signum(at:)) ?? p.signum(atInfinity: 1) }
    return below - above
  }

  /// The polynomial without its factors `x - root`.
  private func withoutRoot(_ root: Rational) -> UnivariatePolynomial {
    var result = self
    while result.degree > 0, result.signum(at: root) == 0 {
      // Horner's rule; the last number that it gives is the value, 0.
      var quotient: [Rational] = []
      for coefficient in result.coefficients.reversed() {
        quotient.append(coefficient + (quotient.last ?? Rational(0)) * root)
      }
      result = UnivariatePolynomial(quotient.dropLast().reversed())
    }
    return result
  }

  private var sturmSequence: [UnivariatePolynomial] {
    var sequence = [self, derivative]
    while let divisor = sequence.last, divisor.degree > 0 {
      let rest = sequence[sequence.count - 2].remainder(by: divisor)
      if rest.coefficients.isEmpty { break }
      sequence.append(UnivariatePolynomial(rest.coefficients.map { -$0 }))
    }
    return sequence
  }

  private var derivative: UnivariatePolynomial {
    UnivariatePolynomial(coefficients.indices.dropFirst().map { Rational($0) * coefficients[$0] })
  }

  /// The rest of a division by a polynomial other than 0.
  private func remainder(by divisor: UnivariatePolynomial) -> UnivariatePolynomial {
    var rest = coefficients
    while rest.count >= divisor.coefficients.count, let leading = rest.last {
      let factor = leading / divisor.coefficients[divisor.degree]
      let shift = rest.count - divisor.coefficients.count
      for (place, coefficient) in divisor.coefficients.enumerated() { rest[shift + place] -= factor * coefficient }
      rest.removeLast()
    }
    return UnivariatePolynomial(rest)
  }
}
