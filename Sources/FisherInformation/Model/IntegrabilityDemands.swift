internal import Calculus
internal import Expectation
internal import Expressions
internal import Multiprecision

/// Bounds on parameters without which a density has no finite mass, read off its leading behaviour at the ends of the support.
///
/// With `c*log(x)` at 0, c > -1, where log(sin(x)) counts as log(x) and log(1 - cos(x)) as 2*log(x); with `c*x^p` or
/// `c*exp(x)` as the largest term at infinity, c < 0; with `c*log(x)` there, c < -1, where the logarithm of a sum counts as that
/// of its largest term. Where a term's behaviour is not plain to see nothing is demanded.
struct IntegrabilityDemands {
  /// The demands, as far as they do not hold already.
  private(set) var requirements: [DomainRequirement] = []
  private let store: ExpressionStore
  private let assumptions: Assumptions
  private let simplifier: Simplifier
  private let logDensity: Expr

  /// Reads the demands of the observed variables one by one: for almost every value of the others, the mass in the direction
  /// of one is finite if the whole is.
  ///
  /// - Parameter observed: each variable with its range given all others.
  init(logDensity: Expr, observed: [ObservedVariable], simplifier: Simplifier) {
    store = simplifier.store
    assumptions = simplifier.assumptions
    self.simplifier = simplifier
    self.logDensity = logDensity
    for variable in observed { demand(variable.symbol, variable.range) }
  }

  private mutating func demand(_ variable: Expr, _ range: NumberSet) {
    let expanded = simplifier.expanded(simplifier.expandedLogarithms(logDensity))
    let e = simplifier.expanded(simplifier.expandedLogarithms(withFractions(expanded, variable)))
    switch range {
    case .finite: return
    case .reals:
      demandAtInfinity(e, variable, side: 1)
      demandAtInfinity(e, variable, side: -1)
    case .interval(let lower, let upper, _, _), .lattice(let lower, let upper):
      let terms = dependentTerms(e, variable)
      if let lower {
        if !range.isDiscrete { demandAtEnd(terms, variable, lower, distance: store.difference(variable, lower)) }
      } else {
        demandAtInfinity(e, variable, side: -1)
      }
      if let upper {
        if !range.isDiscrete { demandAtEnd(terms, variable, upper, distance: store.difference(upper, variable)) }
      } else {
        demandAtInfinity(e, variable, side: 1)
      }
    }
  }

  private func dependentTerms(_ e: Expr, _ variable: Expr) -> [Term] {
    store.terms(e).filter { store.contains($0, variable) }.map { store.split($0, over: variable) }
  }

  /// A term as coefficient and the part that depends on the variable.
  private typealias Term = InfiniteEnd.Term

  /// Logarithms whose arguments are sums with fractions, as those of one fraction: 1 - x/(1 + x) is 1/(1 + x).
  private func withFractions(_ e: Expr, _ variable: Expr) -> Expr {
    let forms = RationalNormalForm(store)
    let logarithms = store.terms(e).flatMap(store.factors).map { store.baseAndExponent($0).0 }.filter { factor in
      store.logarithmArgument(factor).map { store.op($0) == .sum && store.contains($0, variable) } ?? false
    }
    let replaced = logarithms.map { logarithm -> (Expr, Expr) in
      let argument = store.logarithmArgument(logarithm) ?? store.one
      return (logarithm, store.log(forms.together(argument)))
    }
    return store.substitute(e, replaced.filter { $0.0 != $0.1 })
  }

  /// The growth of a product of powers of a distance and of its logarithm; nil for anything else.
  private func growth(_ part: Expr, in distance: Expr) -> TermGrowth? {
    var result = TermGrowth(store)
    for factor in store.factors(part) {
      let (base, exponent) = store.baseAndExponent(factor)
      guard let power = store.numberValue(exponent) else { return nil }
      if base == distance {
        result.power = store.sum([result.power, exponent])
      } else if store.logarithmArgument(base) == distance, let n = power.asInt, n > 0 {
        result.logarithms += n
      } else {
        return nil
      }
    }
    return result
  }

  private mutating func demandAtInfinity(_ e: Expr, _ variable: Expr, side: Int) {
    let end = InfiniteEnd(of: variable, side: side, simplifier)
    guard let leading = end.leading(dependent: e), leading.growth.isUnbounded(under: assumptions) else { return }
    let (bound, condition) = decay(leading)
    // Where a declared domain lets the largest term vanish, the next one decides.
    if bound == store.zero, assumptions.isNonpositive(leading.coefficient) == .yes,
      let next = end.leading(dependent: e, below: leading.growth), next.growth.isUnbounded(under: assumptions),
      assumptions.holds(decay(next).condition) == .yes
    {
      return
    }
    demand(condition)
  }

  /// What lets a density with such a largest term have a finite mass.
  private func decay(_ leading: (growth: TermGrowth, coefficient: Expr)) -> (bound: Expr, condition: Condition) {
    let isLogarithm = leading.growth.rate == store.zero && leading.growth.power == store.zero
    let bound = isLogarithm && leading.growth.logarithms == 1 ? store.minusOne : store.zero
    return (bound, .relation(leading.coefficient, .less, bound))
  }

  private mutating func demandAtEnd(_ terms: [Term], _ variable: Expr, _ end: Expr, distance: Expr) {
    var leading: (growth: TermGrowth, coefficients: [Expr])?
    for (coefficient, part) in terms.map({ asDistance($0, variable, end, distance) }) {
      guard let growth = growth(part, in: distance) else {
        if isRegular(part, at: end, of: variable) { continue }
        return
      }
      // Near an end the smallest power dominates, and of equal powers the one with more logarithms.
      var order = growth
      order.power = store.negated(growth.power)
      guard order.isUnbounded(under: assumptions) else { continue }
      switch leading.flatMap({ order.compared(to: $0.growth, under: assumptions) }) {
      case .less: continue
      case .equal: leading?.coefficients.append(coefficient)
      case .greater, nil: leading = (order, [coefficient])
      }
    }
    guard let (order, coefficients) = leading else { return }
    let total = store.sum(coefficients)
    if order.power == store.zero, order.logarithms == 1 {
      demand(.relation(total, .greater, store.minusOne))
    } else {
      demand(.relation(order.logarithms.isMultiple(of: 2) ? total : store.negated(total), .less, store.zero))
    }
  }

  /// The leading behaviour at an end of the logarithm of a function that vanishes there: that of the distance, as often as the
  /// function has the zero. Other terms stay as they are.
  private func asDistance(_ term: Term, _ variable: Expr, _ end: Expr, _ distance: Expr) -> Term {
    guard let argument = store.logarithmArgument(term.dependent), argument != distance,
      let order = orderOfZero(of: argument, variable, at: end)
    else { return term }
    return (store.product([store.integer(order), term.free]), store.log(distance))
  }

  /// How often a function vanishes at an end; nil where it does not, or its derivatives do not tell.
  private func orderOfZero(of function: Expr, _ variable: Expr, at end: Expr) -> Int? {
    let differentiation = Differentiation(store, formulas: simplifier.formulas)
    var current = function
    for order in 0...Self.highestOrder {
      let value = simplifier.normal(store.substitute(current, [(variable, end)]))
      if store.contains(value, store.infinity) { return nil }
      if value != store.zero { return order > 0 && assumptions.isNonzero(value) == .yes ? order : nil }
      guard let next = try? differentiation.derivative(of: current, by: variable) else { return nil }
      current = next
    }
    return nil
  }

  private static let highestOrder = 4

  /// Whether a part is continuous at an end of the support.
  private func isRegular(_ part: Expr, at end: Expr, of variable: Expr) -> Bool {
    let value = store.substitute(part, [(variable, end)])
    // A distance of 0 with an exponent of unknown sign is no bracket.
    if store.subexpressions(of: value).contains(where: store.isBracket) { return false }
    return !store.contains(value, store.infinity) && assumptions.isReal(value) == .yes
      && assumptions.requirements(of: value).isEmpty
  }

  private mutating func demand(_ condition: Condition) {
    // Coefficients that were multiplied out may cancel: -(m^2 - 20*m + 100)/(m - 10)^2 is -1.
    let normal = condition.mapExpressions { store.op($0) == .sum ? simplifier.normal($0) : $0 }
    if assumptions.holds(condition) == .unknown, assumptions.holds(normal) != .yes {
      requirements.append(DomainRequirement(condition, of: logDensity))
    }
  }
}
