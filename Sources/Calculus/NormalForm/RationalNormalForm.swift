public import Expressions

/// The normal form of expressions as quotients of polynomials over the rational numbers.
///
/// Generators are symbols, function calls, powers with symbolic exponents (`x^(k+2) = x^k*x^2`), exponentials
/// (`exp(2*a) = exp(a)^2`) and roots (`sqrt(s)^2 = s`); arguments of functions are brought to normal form first. Only
/// identities that hold whatever the signs of the symbols are used. Results are remembered: keep one for each store.
/// Expressions in which `inf` occurs are left as they are.
public struct RationalNormalForm {
  let converter: NormalFormConverter
  private let forms: FormCache

  private final class FormCache {
    var normal: [Expr: Expr] = [:]
  }

  /// Creates a normaliser for a store; parsed formulas may be shared.
  public init(_ store: ExpressionStore, formulas: FunctionFormulas? = nil) {
    converter = NormalFormConverter(store, formulas: formulas ?? FunctionFormulas(store))
    forms = FormCache()
  }

  private var store: ExpressionStore { converter.store }

  /// The expression in lowest terms: a sum of terms where nothing is divided by, else one fraction with a denominator in
  /// factors. Equal quotients give the same handle; the result is 0 exactly where the expression vanishes identically in
  /// the field of its generators.
  public func normalForm(_ e: Expr) -> Expr {
    if let known = forms.normal[e] { return known }
    if converter.containsInfinity(e) { return e }
    let value = converter.settledValue(e)
    let result = converter.expression(value)
    converter.remember(value, for: result)
    forms.normal[e] = result
    forms.normal[result] = result
    return result
  }

  /// Whether an expression vanishes identically in the field of its generators.
  public func isZero(_ e: Expr) -> Bool {
    e == store.zero || !converter.containsInfinity(e) && converter.settledValue(e).isZero
  }

  /// One fraction in lowest terms.
  public func together(_ e: Expr) -> Expr { normalForm(e) }

  /// One fraction in lowest terms with numerator and denominator in factors.
  public func factored(_ e: Expr) -> Expr {
    if converter.containsInfinity(e) { return e }
    return converter.factoredExpression(converter.settledValue(e))
  }

  /// Whether the numerator is a binomial that its factors would not show to be one: 1 - x^3 = (1 - x)*(1 + x + x^2).
  public func factorsHideBinomial(_ e: Expr) -> Bool {
    !converter.containsInfinity(e) && converter.factorsHideBinomial(converter.settledValue(e).numerator)
  }

  /// A sum of terms without sums in their numerators; terms of a sum keep their own denominators.
  public func expanded(_ e: Expr) -> Expr {
    if converter.containsInfinity(e) { return e }
    return store.sum(store.terms(e).flatMap { expandedTerms($0) })
  }

  private func expandedTerms(_ term: Expr) -> [Expr] {
    let factors = store.factors(term)
    // A factor like `x/a + y/b` is distributed before anything is brought over a common denominator.
    if let k = factors.firstIndex(where: { store.op($0) == .sum && !converter.settledValue($0).denominator.isEmpty }) {
      var others = factors
      others.remove(at: k)
      return store.operands(factors[k]).flatMap { expandedTerms(store.product([$0] + others)) }
    }
    return converter.termExpressions(converter.settledValue(term))
  }
}
