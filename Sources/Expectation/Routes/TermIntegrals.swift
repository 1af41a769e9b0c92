internal import Calculus
internal import Expressions

/// Integrals of single terms against one weight, each term brought to a kernel by its own change of variable.
///
/// A factor of a term that is a power or an exponential joins the log-weight; what is left, such as a power of a
/// logarithm, has to be one of the kernel's moments. Every integral must converge by itself.
final class TermIntegrals {
  /// An integral in closed form with the kernel that gave it.
  struct Value {
    let value: Expr
    let kernel: Kernel
    let conditions: [Condition]
  }

  private static let limits = SubstitutionSearch.Limits(densities: 12, stages: 2, growth: 6)
  /// A sum with more terms than this after a change of variable is left alone.
  private static let mostTerms = 24

  private let density: TransformedDensity
  private let known: Assumptions
  private let library: KernelLibrary
  private let store: ExpressionStore
  private var searches: [Expr: SubstitutionSearch] = [:]
  private var values: [Expr: Value?] = [:]

  /// Integrals against exp(weight of the density).
  init(_ density: TransformedDensity, known: Assumptions, _ library: KernelLibrary) {
    self.density = density
    self.known = known
    self.library = library
    store = density.simplifier.store
  }

  /// ∫ exp(weight) term, or nil where no kernel gives it.
  func integral(of term: Expr) -> Value? {
    if let value = values[term] { return value }
    let result = computed(term)
    values[term] = .some(result)
    return result
  }

  private func computed(_ term: Expr) -> Value? {
    let x = density.variable
    let (factors, isNegated) = withPositiveSums(store.factors(term))
    for absorbsLogarithms in [false, true] {
      var weight = [density.weight]
      var rest: [Expr] = []
      for factor in factors {
        if store.contains(factor, x), let logarithm = logarithm(of: factor, absorbsLogarithms) {
          weight.append(logarithm)
        } else {
          rest.append(factor)
        }
      }
      let sign = isNegated ? store.minusOne : store.one
      if let value = integral(weight: store.sum(weight), rest: store.product([sign] + rest)) { return value }
    }
    return nil
  }

  /// Factors with the negatives of sums for those that are negative, such as `exp(x) - 1` for `1 - exp(x)`, and whether this
  /// changes the sign of their product.
  private func withPositiveSums(_ factors: [Expr]) -> (factors: [Expr], isNegated: Bool) {
    var isNegated = false
    let turned = factors.map { factor -> Expr in
      let (base, exponent) = store.baseAndExponent(factor)
      guard store.op(base) == .sum, let n = store.integerValue(exponent),
        density.simplifier.assumptions.isNegative(base) == .yes
      else { return factor }
      if !n.isMultiple(of: 2) { isNegated.toggle() }
      return store.power(store.negatedTerms(base), exponent)
    }
    return (turned, isNegated)
  }

  /// log(factor) for an exponential or a power of something positive, nil for what a kernel must have as a moment: powers
  /// of logarithms, or, where these belong to the kernel, of the variable.
  private func logarithm(of factor: Expr, _ absorbsLogarithms: Bool) -> Expr? {
    if let argument = store.exponentialArgument(factor) { return argument }
    let (base, exponent) = store.baseAndExponent(factor)
    if absorbsLogarithms ? base == density.variable : store.logarithmArgument(base) != nil { return nil }
    guard density.simplifier.assumptions.isPositive(base) == .yes else { return nil }
    return store.product([exponent, store.log(base)])
  }

  private func integral(weight: Expr, rest: Expr) -> Value? {
    let observed = density.observed
    let search: SubstitutionSearch
    if let known = searches[weight] {
      search = known
    } else {
      let setting = DensitySetting(
        simplifier: density.simplifier.assuming(known), logDensity: weight, observed: [observed])
      search = SubstitutionSearch(setting, observed, limits: Self.limits)
      searches[weight] = search
    }
    var position = 0
    while let candidate = search[position] {
      position += 1
      if let value = value(of: rest, against: candidate) { return value }
    }
    return nil
  }

  /// The integral against one density: as it stands, or with the sums in it multiplied into the term.
  private func value(of rest: Expr, against candidate: TransformedDensity) -> Value? {
    let simplifier = candidate.simplifier
    let moved = candidate.change.applied(to: rest, in: store)
    var forms = [(density: candidate, term: moved)]
    if let (plain, sums) = candidate.withoutSums { forms.append((plain, store.product([moved, sums]))) }
    for (density, term) in forms {
      let value = library.firstValue(density) { match in
        self.value(simplifier.expanded(simplifier.expandedLogarithms(term)), match, simplifier)
      }
      if let value { return value }
    }
    return nil
  }

  /// The integral of a sum of monomials against a matched kernel.
  private func value(_ g: Expr, _ match: KernelMatch, _ simplifier: Simplifier) -> Value? {
    let terms = store.terms(g)
    guard terms.count <= Self.mostTerms else { return nil }
    let integral = KernelIntegral(match, simplifier.assuming(known))
    var parts: [Expr] = []
    var required: [Condition] = []
    for term in terms {
      let (free, function) = store.split(term, over: match.kernel.variable)
      guard let monomial = Monomial(function, match, simplifier) else { return nil }
      let conditions = integral.conditions(monomial)
      guard conditions.allSatisfy({ known.holds($0) == .yes }),
        let value = integral.value(of: monomial, relativeTo: nil)
      else { return nil }
      required += conditions
      parts.append(store.product([free, value]))
    }
    return Value(value: store.sum(parts), kernel: match.kernel.kernel, conditions: required)
  }
}
