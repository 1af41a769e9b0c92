internal import Expressions
internal import Multiprecision

/// A change of variable `y = shift + scale * u` to one whose set depends on no other variable.
struct VariableChange: Hashable {
  let shift: Expr
  /// Positive for all values of the other variables, but for the sign of a set that has an upper end alone.
  let scale: Expr
  /// The set of u.
  let set: IntegrationSet
}

/// Proposes changes of one variable after which a density may be a product: lengths of its set, and the centres and widths
/// that other variables give it in the density.
struct VariableChanges {
  let store: ExpressionStore
  let logDensity: Expr
  let variable: Expr
  let others: [Expr]
  let assumptions: Assumptions

  private static let most = 12
  /// A density larger than this is not searched.
  private static let largestDensity = 4000

  /// The candidates, the simplest first.
  func candidates(_ set: IntegrationSet) -> [VariableChange] {
    if !isShared(set) { return [VariableChange(shift: store.zero, scale: store.one, set: set)] + further(set) }
    return further(set)
  }

  private func isShared(_ set: IntegrationSet) -> Bool {
    var isShared = false
    _ = set.mapExpressions { bound in
      isShared = isShared || store.containsAny(bound, others)
      return bound
    }
    return isShared
  }

  private func further(_ set: IntegrationSet) -> [VariableChange] {
    guard case .interval(let lower, let upper, let kinks) = set, store.nodeCount(logDensity) < Self.largestDensity
    else { return [] }
    var found: [VariableChange] = []
    func add(_ shift: Expr, _ scale: Expr, _ lower: Expr?, _ upper: Expr?) {
      let moved = kinks.map { store.quotient(store.difference($0, shift), scale) }
        .map { store.containsAny($0, others) ? store.multipliedOut($0) : $0 }
      guard !moved.contains(where: { store.containsAny($0, others) }), found.count < Self.most else { return }
      let change = VariableChange(
        shift: shift, scale: scale, set: .interval(lower: lower, upper: upper, kinks: moved))
      if !found.contains(change) { found.append(change) }
    }
    switch (lower, upper) {
    case (let lower?, let upper?):
      let length = store.difference(upper, lower)
      if assumptions.isPositive(length) == .yes { add(lower, length, store.zero, store.one) }
    case (let lower?, nil):
      for scale in [store.one] + scales(from: lower) { add(lower, scale, store.zero, nil) }
    case (nil, let upper?): add(upper, store.minusOne, store.zero, nil)
    case (nil, nil):
      for (center, scale) in centers() { add(center, scale, nil, nil) }
    }
    return found
  }

  // MARK: Half-lines

  /// The lengths that sums in the density compare the distance from the end with.
  private func scales(from lower: Expr) -> [Expr] {
    polynomials(around: lower).flatMap { polynomial, isWhole -> [Expr] in
      let degree = polynomial.degree
      guard degree > 0 else { return [] }
      let leading = polynomial[degree]
      let root = store.number(Rational(1, degree))
      var found = [outer(store.reciprocal(leading))]
      if !isWhole, polynomial[0] != store.zero { found.insert(outer(store.quotient(polynomial[0], leading)), at: 0) }
      return found.filter { store.containsAny($0, others) }.compactMap(positive).map { store.power($0, root) }
    }
  }

  /// The factors that contain another variable, common ones of a sum taken out: the rest changes only the unit.
  private func outer(_ e: Expr) -> Expr {
    let parts = store.factors(e).flatMap { factor -> [Expr] in
      let (base, exponent) = store.baseAndExponent(factor)
      let tidy = store.withCommonFactors(base)
      return tidy == base ? [factor] : store.factors(store.power(tidy, exponent))
    }
    return store.product(parts.filter { store.containsAny($0, others) })
  }

  /// The expression or its negative, whichever is proved positive.
  private func positive(_ e: Expr) -> Expr? {
    if assumptions.isPositive(e) == .yes { return e }
    let (base, exponent) = store.baseAndExponent(e)
    // Term by term, so that the negative of a sum is a sum again.
    let isOdd = exponent == store.one || exponent == store.minusOne
    if isOdd, store.op(base) == .sum, assumptions.isNegative(base) == .yes {
      return store.power(store.sum(store.terms(base).map { store.negated($0) }), exponent)
    }
    let negative = store.negated(e)
    return assumptions.isPositive(negative) == .yes ? negative : nil
  }

  // MARK: Lines

  /// Centres of the variable given the others, each with a width.
  private func centers() -> [(Expr, Expr)] {
    polynomials(around: nil).flatMap { polynomial, isWhole -> [(Expr, Expr)] in
      switch polynomial.degree {
      case 1:
        let center = store.negated(quotient(polynomial[0], polynomial[1]))
        return [(center, store.one)]
      case 2:
        let half = store.product([store.half, quotient(polynomial[1], polynomial[2])])
        var widths = [store.one]
        if let square = positive(outer(polynomial[2])), square != store.one {
          widths.insert(store.power(square, store.negated(store.half)), at: 0)
        }
        // The least value over the variable; a factor of parameters alone changes only the unit.
        let least = store.difference(
          polynomial[0], quotient(store.square(polynomial[1]), store.product([store.integer(4), polynomial[2]])))
        let ratio = store.containsAny(polynomial[2], others) ? quotient(least, polynomial[2]) : least
        if !isWhole, let square = positive(ratio), store.containsAny(square, others) {
          widths.append(store.squareRoot(square))
        }
        return widths.map { (store.negated(half), $0) }
      default: return []
      }
    }
  }

  private func quotient(_ a: Expr, _ b: Expr) -> Expr {
    let (top, bottom) = (store.withCommonFactors(a), store.withCommonFactors(b))
    return store.multipliedOut(store.quotient(top, bottom))
  }

  // MARK: The density

  /// The polynomials in the variable, or its distance from a bound, among the sums of the density that contain other
  /// variables too; last the polynomial part of the whole.
  private func polynomials(around bound: Expr?) -> [(PolynomialForm, isWhole: Bool)] {
    let density = bound.map { store.substitute(logDensity, [(variable, store.sum([$0, variable]))]) } ?? logDensity
    let sums = store.subexpressions(of: density).filter {
      $0 != density && store.op($0) == .sum && store.contains($0, variable) && store.containsAny($0, others)
    }
    return sums.compactMap { PolynomialForm($0, in: variable, store) }.map { ($0, false) }
      + [(PolynomialForm(partOf: density, in: variable, store), true)]
  }
}
