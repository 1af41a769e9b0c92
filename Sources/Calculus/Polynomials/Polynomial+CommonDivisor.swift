internal import Multiprecision

extension Polynomial {
  /// The greatest common divisor of any number of polynomials, with a positive leading coefficient.
  ///
  /// The shortest is compared with a combination of all that it does not divide: but for bad luck, which the next division
  /// shows, the divisor of those two is the one of all.
  static func commonDivisor(of polynomials: [Polynomial]) -> Polynomial {
    let parts = inSharedVariables(polynomials.filter { !$0.isZero })
    guard var divisor = parts.min(by: { $0.termCount < $1.termCount }) else { return .zero }
    var multipliers = PointSequence(seed: 2)
    var rest = parts
    while true {
      rest = rest.filter { $0.exactQuotient(by: divisor) == nil }
      guard let first = rest.first else { break }
      let combination =
        rest.count == 1 ? first : sum(rest.map { $0.scaled(by: Integer(Int(multipliers.next() % 0x7fff) + 1)) })
      divisor = gcd(divisor, combination)
    }
    return divisor.leadingCoefficient.signum < 0 ? -divisor : divisor
  }

  /// Polynomials in the same variables with the same common divisors: where a variable does not occur in all of them, it occurs
  /// in no divisor, which then divides each coefficient of its powers.
  private static func inSharedVariables(_ polynomials: [Polynomial]) -> [Polynomial] {
    var parts = polynomials
    while true {
      guard let first = parts.first else { return [] }
      let shared = parts.reduce(first.variables) { kept, part in
        kept == part.variables ? kept : kept.filter { part.contains($0) }
      }
      if parts.allSatisfy({ $0.variables == shared }) { return parts }
      parts = parts.flatMap { $0.coefficients(over: shared) }
    }
  }

  /// The coefficients of the polynomial as one in all variables but those of a list, in the order in which they occur.
  func coefficients(over kept: [Int32]) -> [Polynomial] {
    if variables == kept { return [self] }
    var mask = [UInt64](repeating: 0, count: width)
    for (position, variable) in variables.enumerated() where kept.contains(variable) {
      mask[position >> 2] |= 0xffff << MonomialLayout.shift(position)
    }
    var places: [[UInt64]: Int] = [:]
    var rows: [Row] = []
    for term in 0..<termCount {
      let words = monomials[(term * width)..<((term + 1) * width)]
      let key = zip(words, mask).map { $0 & ~$1 }
      let place = places[key] ?? rows.count
      if place == rows.count {
        places[key] = place
        rows.append(Row(monomials: [], coefficients: []))
      }
      // Terms that agree in some variables keep their order in the others.
      rows[place].monomials += zip(words, mask).map { $0 & $1 }
      rows[place].coefficients.append(coefficients[term])
    }
    return rows.map { Self.pruned(variables, $0.monomials, $0.coefficients) }
  }

  /// The greatest common divisor of the coefficients as a polynomial in one variable.
  func content(in variable: Int32) -> Polynomial {
    Self.commonDivisor(of: coefficients(in: variable).map(\.coefficient))
  }

  /// The polynomial divided by the content of its coefficients as a polynomial in one variable.
  func primitivePart(in variable: Int32) -> Polynomial {
    let divisor = content(in: variable)
    return (divisor.isOne ? self : exactQuotient(by: divisor) ?? self).primitivePart
  }
}
