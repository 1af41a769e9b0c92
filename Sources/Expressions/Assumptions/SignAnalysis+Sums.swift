internal import Multiprecision

extension SignAnalysis {
  /// The signs of a sum: all terms of one sign, else a combination of the assumptions.
  func sumSigns(_ e: Expr) -> Signs {
    let termwise = store.operands(e).map(signs).reduce(Signs.zero) { $0.adding($1) }
    let real = termwise.intersection(.real)
    if real == .positive || real == .negative || real.isEmpty { return termwise }
    let form = store.linearForm(e)
    var found = refined(real, form)
    if !found.isDecided,
      let other = commonFactorSigns(form) ?? squareSigns(form) ?? differenceOfSquaresSigns(form)
        ?? differenceOfPowersSigns(form) ?? polynomialSigns(form)
    {
      found = found.intersection(other)
    }
    if let other = logarithmSigns(e) { found = found.intersection(other) }
    if !found.isDecided, let other = fractionSigns(e) { found = found.intersection(other) }
    return found.union(termwise.intersection(.undefined))
  }

  /// `Σ c_i log(a_i) + u` for integers c_i has the sign of `Π a_i^(c_i) e^u - 1`, that is of the difference of two products;
  /// asked only where the exponentials of the other terms occur in the a_i: log(1 + exp(u)) - u.
  private func logarithmSigns(_ e: Expr) -> Signs? {
    var products: (above: [Expr], below: [Expr]) = ([], [])
    var others: [Expr] = []
    for term in store.operands(e) {
      let (coefficient, rest) = store.coefficientAndRest(term)
      guard let argument = store.logarithmArgument(rest) else {
        others.append(term)
        continue
      }
      guard let n = coefficient.asInt, abs(n) <= Self.largestExponent, signs(argument) == .positive else { return nil }
      let power = store.power(argument, store.integer(abs(n)))
      if n > 0 { products.above.append(power) } else { products.below.append(power) }
    }
    let logarithms = products.above + products.below
    if logarithms.isEmpty { return nil }
    func occurs(_ e: Expr) -> Bool { logarithms.contains { store.contains($0, e) } }
    // exp(u) or exp(-u) for the terms u as a whole, or else for each.
    let whole = store.sum(others)
    let isWhole = !others.isEmpty && (occurs(store.exp(whole)) || occurs(store.exp(store.negatedTerms(whole))))
    for term in isWhole ? [whole] : others {
      let (grown, shrunk) = (store.exp(term), store.exp(store.negatedTerms(term)))
      guard occurs(grown) || occurs(shrunk) else { return nil }
      if occurs(grown) { products.above.append(grown) } else { products.below.append(shrunk) }
    }
    guard !products.above.isEmpty, !products.below.isEmpty else { return nil }
    return signs(store.difference(store.product(products.above), store.product(products.below))).intersection(.real)
  }

  /// Logarithms with larger coefficients are not compared.
  private static let largestExponent = 4

  /// The signs left after the assumptions have been combined.
  func refined(_ known: Signs, _ form: LinearForm) -> Signs {
    if form.isConstant { return Signs(signum: form.constant.signum) }
    var result = known
    if nonzeroForms.contains(where: { form.ratio(to: $0) != nil }) { result.remove(.zero) }
    let (above, below) = SignProof(analysis: self).proofs(of: form)
    if above == .positive { return result.intersection(.positive) }
    if below == .positive { return result.intersection(.negative) }
    if above == .nonnegative { result.remove(.negative) }
    if below == .nonnegative { result.remove(.positive) }
    return result
  }
}
