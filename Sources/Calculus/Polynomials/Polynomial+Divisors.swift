internal import Multiprecision

extension Polynomial {
  /// The divisors of a polynomial up to sign.
  struct Divisors: Sequence {
    let list: [Polynomial]
    /// Whether the list is proved to hold all divisors.
    let isComplete: Bool

    func makeIterator() -> IndexingIterator<[Polynomial]> { list.makeIterator() }
  }

  /// The most divisors that a search for linear factors goes through.
  private static var divisorLimit: Int { 64 }

  /// The divisors up to sign, or nil where there are too many or the content is too large to factor by trial.
  func divisors() -> Divisors? {
    let factorization = PolynomialFactorization(self)
    guard let unit = factorization.unit.magnitude.asInt, unit <= 1_000_000, unit > 0 else { return nil }
    var list: [Polynomial] = []
    var d = 1
    while d * d <= unit {
      if unit % d == 0 { list += (d * d == unit ? [d] : [d, unit / d]).map { Polynomial(Integer($0)) } }
      d += 1
    }
    for factor in factorization.factors {
      guard list.count * (factor.multiplicity + 1) <= Self.divisorLimit else { return nil }
      var next: [Polynomial] = []
      var power = Polynomial.one
      for _ in 0...factor.multiplicity {
        next += list.map { $0 * power }
        power = power * factor.polynomial
      }
      list = next
    }
    return Divisors(list: list, isComplete: factorization.factors.allSatisfy(\.isIrreducible))
  }
}
