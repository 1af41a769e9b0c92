internal import Multiprecision

extension Polynomial {
  /// The quotient by a polynomial that divides without remainder, or nil where it does not. The divisor must not be 0.
  public func exactQuotient(by divisor: Polynomial) -> Polynomial? {
    precondition(!divisor.isZero, "division by zero")
    if isZero { return self }
    if let c = divisor.constantValue {
      for coefficient in coefficients where !c.divides(coefficient) { return nil }
      return divided(by: c)
    }
    guard termCount >= divisor.termCount || !divisor.isMonomial else { return nil }
    guard divisor.variables.allSatisfy({ contains($0) }) else { return nil }
    let width = self.width
    let dm = divisor.monomials(for: variables)
    guard endsDivide(dm, divisor.coefficients) else { return nil }
    if divisor.isMonomial { return quotient(byMonomial: dm, divisor.coefficients[0]) }
    guard termCount * divisor.termCount <= Self.longestPlainDivision || imageIsMultiple(of: divisor) else { return nil }
    let highest = highestQuotient(dm)
    var remainder = Row(monomials: monomials, coefficients: coefficients)
    var quotient = Row(monomials: [], coefficients: [])
    while !remainder.coefficients.isEmpty {
      guard let word = Self.quotientWord(remainder.monomials, 0, dm, 0, width),
        zip(word, highest).allSatisfy({ MonomialLayout.divides($0, $1) })
      else { return nil }
      let (c, rest) = remainder.coefficients[0].quotientAndRemainder(dividingBy: divisor.coefficients[0])
      guard rest.isZero else { return nil }
      quotient.monomials += word
      quotient.coefficients.append(c)
      let product = Self.shifted(dm, divisor.coefficients, by: word[...], times: c)
      remainder = Self.merged(remainder, product, width: width, negated: true)
    }
    return Self.pruned(variables, quotient.monomials, quotient.coefficients)
  }

  /// Up to so many products of terms a division that fails costs no more than the image that would tell.
  private static var longestPlainDivision: Int { 64 }

  /// Whether the image in one variable, modulo a prime and with values for the others, is a multiple of the divisor's, as it
  /// must be where the divisor divides.
  private func imageIsMultiple(of divisor: Polynomial) -> Bool {
    let field = PrimeField.first
    guard let variable = divisor.variables.first, let own = images(in: [variable], 0, field).first,
      let other = divisor.images(in: [variable], 0, field).first, other.degree >= 0
    else { return true }
    return own.isMultiple(of: other, over: field)
  }

  /// The highest exponents of a quotient: degrees of products add up.
  private func highestQuotient(_ dm: [UInt64]) -> [UInt64] {
    (0..<width).map { k in
      func highest(_ monomials: [UInt64]) -> UInt64 {
        stride(from: k, to: monomials.count, by: width).reduce(0) { MonomialLayout.maximum($0, monomials[$1]) }
      }
      return highest(monomials) &- highest(dm)
    }
  }

  /// Whether the first and the last term and the degrees allow a division without remainder.
  private func endsDivide(_ dm: [UInt64], _ dc: [Integer]) -> Bool {
    let last = (termCount - 1) * width
    let divisorLast = (dc.count - 1) * width
    guard Self.quotientWord(monomials, 0, dm, 0, width) != nil,
      Self.quotientWord(monomials, last, dm, divisorLast, width) != nil,
      dc[0].divides(coefficients[0]), dc[dc.count - 1].divides(coefficients[termCount - 1])
    else { return false }
    for k in 0..<width {
      var highest: UInt64 = 0
      for term in 0..<termCount { highest = MonomialLayout.maximum(highest, monomials[term * width + k]) }
      for term in 0..<dc.count where !MonomialLayout.divides(dm[term * width + k], highest) { return false }
    }
    return true
  }

  private func quotient(byMonomial word: [UInt64], _ coefficient: Integer) -> Polynomial? {
    let width = self.width
    var result = monomials
    for term in 0..<termCount {
      guard coefficient.divides(coefficients[term]) else { return nil }
      for k in 0..<width {
        guard MonomialLayout.divides(word[k], monomials[term * width + k]) else { return nil }
        result[term * width + k] &-= word[k]
      }
    }
    return Self.pruned(variables, result, coefficients.map { $0.exactlyDivided(by: coefficient) })
  }

  private static func quotientWord(_ a: [UInt64], _ i: Int, _ b: [UInt64], _ j: Int, _ width: Int) -> [UInt64]? {
    var result: [UInt64] = []
    result.reserveCapacity(width)
    for k in 0..<width {
      guard MonomialLayout.divides(b[j + k], a[i + k]) else { return nil }
      result.append(a[i + k] &- b[j + k])
    }
    return result
  }
}
