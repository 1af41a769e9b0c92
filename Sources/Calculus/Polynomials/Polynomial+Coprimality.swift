internal import Multiprecision

extension Polynomial {
  /// Whether it is proved, by images modulo a prime, that two polynomials share no divisor but constants.
  ///
  /// For each common variable the others are given values modulo a prime. Where the degree of one polynomial survives, the
  /// image of a common divisor keeps its degree in that variable, so a constant divisor of the images proves that the
  /// variable does not occur in any common divisor (Geddes, Czapor & Labahn, Algorithms for Computer Algebra, 1992, 7.4).
  static func areProvablyCoprime(_ a: Polynomial, _ b: Polynomial) -> Bool {
    let common = a.variables.filter { b.contains($0) }
    return common.allSatisfy { variable in
      (0..<2).contains { attempt in
        let f = a.image(in: variable, attempt)
        let g = b.image(in: variable, attempt)
        let survives = f.count == a.degree(in: variable) + 1 || g.count == b.degree(in: variable) + 1
        return survives && !f.isEmpty && !g.isEmpty && ModularImage.divisorDegree(f, g) == 0
      }
    }
  }

  /// The coefficients modulo the prime, lowest power of the variable first, with values for all other variables.
  private func image(in variable: Int32, _ attempt: Int) -> [UInt64] {
    guard let own = variables.firstIndex(of: variable) else { return [] }
    var result = [UInt64](repeating: 0, count: degree(in: variable) + 1)
    let prime = Integer(Int(ModularImage.prime))
    for term in 0..<termCount {
      let reduced = coefficients[term] - coefficients[term].floorDivided(by: prime) * prime
      var value = UInt64(reduced.asInt ?? 0)
      for (position, other) in variables.enumerated() where position != own {
        let point = ModularImage.point(other, attempt)
        value = ModularImage.product(value, ModularImage.power(point, exponent(term: term, position: position)))
      }
      let degree = exponent(term: term, position: own)
      result[degree] = (result[degree] + value) % ModularImage.prime
    }
    while result.last == 0 { result.removeLast() }
    return result
  }
}

/// Arithmetic of univariate polynomials modulo one prime.
private enum ModularImage {
  /// The largest prime below 2^31, so that products fit a word.
  static let prime: UInt64 = 2_147_483_647

  static func product(_ a: UInt64, _ b: UInt64) -> UInt64 { a * b % prime }

  static func power(_ base: UInt64, _ exponent: Int) -> UInt64 {
    var (result, square, rest) = (UInt64(1), base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = product(result, square) }
      square = product(square, square)
      rest >>= 1
    }
    return result
  }

  /// The value given to a variable: fixed, so that every run takes the same path.
  static func point(_ variable: Int32, _ attempt: Int) -> UInt64 {
    var z = UInt64(truncatingIfNeeded: Int(variable) * 2 + attempt + 1) &* 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    return (z >> 33) % (prime - 2) + 1
  }

  /// The degree of the greatest common divisor of two polynomials other than 0, by Euclid's algorithm.
  static func divisorDegree(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var (f, g) = a.count >= b.count ? (a, b) : (b, a)
    while !g.isEmpty {
      let inverse = power(g[g.count - 1], Int(prime - 2))
      while f.count >= g.count {
        let factor = product(f[f.count - 1], inverse)
        let shift = f.count - g.count
        for i in g.indices { f[i + shift] = (f[i + shift] + prime - product(factor, g[i])) % prime }
        while f.last == 0 { f.removeLast() }
      }
      swap(&f, &g)
    }
    return f.count - 1
  }
}
