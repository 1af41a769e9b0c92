/// A polynomial over a prime field, by powers of its main variable: what is found of a divisor.
struct SparseImage {
  /// The terms that share a power of the main variable.
  struct Group {
    let mainExponent: Int
    /// The powers of the other variables, so many a term as there are others.
    var exponents: [Int]
    var coefficients: [UInt64]
  }

  let otherCount: Int
  /// The groups, descending.
  var groups: [Group]

  /// A polynomial in the main variable alone.
  init(_ image: UnivariateImage, otherCount: Int) {
    self.otherCount = otherCount
    groups = image.coefficients.indices.reversed().filter { image.coefficients[$0] != 0 }.map { power in
      Group(
        mainExponent: power, exponents: [Int](repeating: 0, count: otherCount),
        coefficients: [image.coefficients[power]])
    }
  }

  var mainDegree: Int { groups.first?.mainExponent ?? 0 }

  /// The number of terms of the longest group.
  var longestGroup: Int { groups.reduce(0) { max($0, $1.coefficients.count) } }

  /// For each group the values of its monomials in the first variables, or nil where two of a group agree.
  func monomialValues(_ count: Int, at base: [UInt64], over field: PrimeField) -> [[UInt64]]? {
    var all: [[UInt64]] = []
    for group in groups {
      let values = group.coefficients.indices.map { term in
        (0..<count).reduce(field.one) { product, variable in
          let exponent = group.exponents[term * otherCount + variable]
          return exponent == 0 ? product : field.multiply(product, field.power(base[variable], UInt64(exponent)))
        }
      }
      guard Set(values).count == values.count else { return nil }
      all.append(values)
    }
    return all
  }

  /// The image with another variable: for each power of it, one coefficient for every term.
  func raised(_ variable: Int, _ powers: [[UInt64]]) -> SparseImage {
    var result = self
    var term = 0
    for k in groups.indices {
      var group = Group(mainExponent: groups[k].mainExponent, exponents: [], coefficients: [])
      for own in groups[k].coefficients.indices {
        let exponents = groups[k].exponents[(own * otherCount)..<((own + 1) * otherCount)]
        for (power, coefficients) in powers.enumerated() where coefficients[term] != 0 {
          group.exponents += exponents
          group.exponents[group.exponents.count - otherCount + variable] = power
          group.coefficients.append(coefficients[term])
        }
        term += 1
      }
      result.groups[k] = group
    }
    return result
  }
}
