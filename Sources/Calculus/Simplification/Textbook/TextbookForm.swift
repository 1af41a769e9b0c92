public import Expressions

/// The cheapest of several equal forms of an expression, as a textbook would print it.
///
/// Candidates are made by splitting a fraction into pieces (terms, completed squares, coefficients of functions), by
/// showing each piece in factors, by taking out what the pieces share, and by functional equations that shift an argument.
/// The cost of a form is the number of its printed tokens, whatever the names; ties are broken by the structural order, so
/// the choice is deterministic. A factor whose sign is known stands in its positive form: `1/(theta*(1 - theta))`.
public struct TextbookForm {
  let store: ExpressionStore
  let rational: RationalNormalForm
  let formulas: FunctionFormulas
  let assumptions: Assumptions
  /// The calls with which the text was written, as far as exponentials can be written through them.
  let written: [Expr]
  let cache = Cache()

  /// What was decided before.
  final class Cache {
    var chosen: [Expr: Expr] = [:]
    /// By the depth down to which pieces are chosen.
    var forms: [Int: [RationalFunction: Expr]] = [:]
    var fractions: [RationalFunction: Expr] = [:]
    var signs: [Expr: Int] = [:]
    var constrained: Set<Expr>?
    var costs: [Expr: Int] = [:]
    var mergers: [Expr: Expr] = [:]
  }

  /// Creates a chooser that shares a normaliser and parsed formulas; signs are read off assumptions, the functions that
  /// may be shown off a text.
  public init(
    _ store: ExpressionStore, rational: RationalNormalForm, formulas: FunctionFormulas, assumptions: Assumptions? = nil,
    writtenAs text: Expr? = nil
  ) {
    self.store = store
    self.rational = rational
    self.formulas = formulas
    self.assumptions = assumptions ?? Assumptions(store)
    written = text.map { store.subexpressions(of: $0).filter { formulas.exponential(through: $0) != nil } } ?? []
  }

  var converter: NormalFormConverter { rational.converter }
  var field: RationalField { rational.converter.field }

  /// Numerators longer than this are left as they are.
  static var longestNumerator: Int { 40 }

  /// The cheapest form found; equal quotients get the same form, unless they are very long: then the form in which the
  /// expression came may be kept.
  public func choose(_ e: Expr, from original: Expr? = nil) -> Expr {
    if let known = cache.chosen[e] { return known }
    if converter.containsInfinity(e) { return e }
    let value = converter.settledValue(e)
    guard value.numerator.termCount <= Self.longestNumerator else {
      let result = cheaper(e, original ?? e)
      cache.chosen[e] = result
      return result
    }
    var best = writtenForms(of: value).reduce(withShifts(e, value)) { cheaper($0, $1) }
    if let other = original.flatMap({ formWithRootsBelow($0, value) }) { best = cheaper(best, other) }
    let result = withChosenArguments(best)
    cache.chosen[e] = result
    return result
  }

  /// The cheapest form, arguments shifted upwards for as long as this shortens the quotient.
  private func withShifts(_ e: Expr, _ value: RationalFunction) -> Expr {
    var best = form(of: value, depth: 1)
    var current = (expression: e, size: value.size)
    for _ in 0..<Self.mostShifts {
      var shortest: (expression: Expr, value: RationalFunction)?
      for shifted in shiftedForms(current.expression) {
        let shiftedValue = converter.settledValue(shifted)
        if shiftedValue.size < shortest?.value.size ?? current.size { shortest = (shifted, shiftedValue) }
      }
      guard let shortest else { break }
      best = cheaper(best, form(of: shortest.value, depth: 1))
      current = (shortest.expression, shortest.value.size)
    }
    return best
  }

  /// The cheapest form of a quotient; its pieces are chosen in turn down to a depth.
  func form(of a: RationalFunction, depth: Int) -> Expr {
    guard a.numerator.termCount > 1 else { return merged(fraction(a)) }
    guard a.numerator.termCount <= Self.longestNumerator else { return fraction(a, isFactored: false) }
    if let known = cache.forms[depth]?[a] { return known }
    // One fraction is preferred to other forms of the same cost, and a product to a sum that is little shorter:
    // theta*(1 - theta).
    let factored = merged(fraction(a))
    let multipliedOut = merged(fraction(a, isFactored: false))
    let hasFactors = !a.monomial.isEmpty || field.factorization(of: a.numerator).count > 1
    let isProduct = a.isPolynomial && hasFactors && cost(factored) <= cost(multipliedOut) + 2
    let whole = isProduct ? factored : cheaper(factored, multipliedOut)
    var split: Expr?
    func consider(_ form: Expr) {
      let shown = merged(form)
      split = split.map { cheaper($0, shown) } ?? shown
    }
    for pieces in decompositions(of: a) {
      consider(sum(pieces, depth: depth))
      for common in commonFactors(of: pieces) {
        if let form = product(common, pieces, depth: depth) { consider(form) }
      }
    }
    if let form = reciprocalForm(a, depth: depth) { consider(form) }
    let limit = cost(whole) - (isProduct ? 2 : 0)
    let best = split.map { cost($0) < limit ? $0 : whole } ?? whole
    cache.forms[depth, default: [:]][a] = best
    return best
  }

  /// `1/(1 + sqrt(x))` for `(1 - sqrt(x))/(1 - x)`: roots return to the denominator where that is shorter.
  private func reciprocalForm(_ a: RationalFunction, depth: Int) -> Expr? {
    guard depth > 0, field.hasRelations, !a.denominator.isEmpty, a.numerator.termCount <= 8,
      a.numerator.variables.contains(where: { field.relation(of: $0) != nil }),
      let inverse = try? field.reciprocal(a)
    else { return nil }
    // What divides is best without numbers below it: 4/(1 + x), not 1/(1/4 + x/4).
    return cheaper(
      store.reciprocal(form(of: inverse, depth: depth - 1)), store.reciprocal(merged(fraction(inverse))))
  }

  /// The form with fewer tokens, the structurally lower one of equals.
  func cheaper(_ a: Expr, _ b: Expr) -> Expr {
    if a == b { return a }
    let (costA, costB) = (cost(a), cost(b))
    if costA != costB { return costA < costB ? a : b }
    return store.compare(a, b) <= 0 ? a : b
  }

  /// Arguments, exponents and long sums that stand as factors in their own cheapest forms.
  private func withChosenArguments(_ e: Expr) -> Expr {
    switch store.op(e) {
    case .number, .symbol: return e
    case .call: return store.mapOperands(e) { choose($0) }
    case .power:
      let (base, exponent) = store.baseAndExponent(e)
      return store.power(withChosenFactor(base), store.isNumber(exponent) ? exponent : choose(exponent))
    case .product: return store.mapOperands(e) { withChosenFactor($0) }
    case .sum: return store.mapOperands(e) { withChosenArguments($0) }
    }
  }

  private func withChosenFactor(_ e: Expr) -> Expr {
    store.op(e) == .sum && store.operandCount(e) > 3 ? cheaper(e, choose(e)) : withChosenArguments(e)
  }
}
