internal import Calculus
internal import Expressions
internal import Multiprecision

/// Bounds on parameters without which a density has no finite mass, read off its leading behaviour at the ends of the support.
///
/// With `c*log(x)` at 0, c > -1, where log(sin(x)) counts as log(x) and log(1 - cos(x)) as 2*log(x); with `c*x^p` or
/// `c*exp(x)` as the largest term at infinity, c < 0; with `c*log(x)` there, c < -1, where the logarithm of an affine argument
/// counts as that of x. Where a term's behaviour is not plain to see nothing is demanded.
struct IntegrabilityDemands {
  /// The demands, as far as they do not hold already.
  private(set) var requirements: [DomainRequirement] = []
  private let store: ExpressionStore
  private let assumptions: Assumptions
  private let simplifier: Simplifier
  private let logDensity: Expr

  /// Reads the demands of one continuous or integer-valued observed variable; none for several.
  init(logDensity: Expr, observed: [ObservedVariable], simplifier: Simplifier) {
    store = simplifier.store
    assumptions = simplifier.assumptions
    self.simplifier = simplifier
    self.logDensity = logDensity
    guard observed.count == 1, let variable = observed.first?.symbol else { return }
    let isContinuous = !observed[0].range.isDiscrete
    let expanded = simplifier.expanded(simplifier.expandedLogarithms(logDensity))
    let terms = store.terms(simplifier.expanded(simplifier.expandedLogarithms(withFractions(expanded, variable))))
    let dependent = terms.filter { store.contains($0, variable) }.map { split($0, variable) }
    switch observed[0].range {
    case .finite: return
    case .reals:
      demandAtInfinity(dependent, variable, side: 1)
      demandAtInfinity(dependent, variable, side: -1)
    case .interval(let lower, let upper, _, _), .lattice(let lower, let upper):
      if let lower {
        if isContinuous { demandAtEnd(dependent, variable, lower, distance: store.difference(variable, lower)) }
      } else {
        demandAtInfinity(dependent, variable, side: -1)
      }
      if let upper {
        if isContinuous { demandAtEnd(dependent, variable, upper, distance: store.difference(upper, variable)) }
      } else {
        demandAtInfinity(dependent, variable, side: 1)
      }
    }
  }

  /// A term as coefficient and the part that depends on the variable.
  private typealias Term = (coefficient: Expr, part: Expr)

  private func split(_ term: Expr, _ variable: Expr) -> Term {
    let factors = store.factors(term)
    return (
      store.product(factors.filter { !store.contains($0, variable) }),
      store.product(factors.filter { store.contains($0, variable) })
    )
  }

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

  /// How fast a term grows: `exp(rate*distance) * distance^power * log(distance)^logarithms`.
  private struct Growth: Comparable {
    var rate = Rational(0)
    var power = Rational(0)
    var logarithms = 0

    static func < (a: Growth, b: Growth) -> Bool {
      if a.rate != b.rate { return a.rate < b.rate }
      return a.power == b.power ? a.logarithms < b.logarithms : a.power < b.power
    }
  }

  /// The growth of a part towards an infinite end; nil for anything that is no product of powers of the variable, of
  /// exponentials and of logarithms of affine functions of it.
  private func growthAtInfinity(_ part: Expr, _ variable: Expr, side: Int) -> Growth? {
    var result = Growth()
    for factor in store.factors(part) {
      if let argument = store.exponentialArgument(factor) {
        guard let slope = store.affineParts(of: argument, in: variable)?.slope, let rate = store.numberValue(slope)
        else {
          return nil
        }
        result.rate = result.rate + (side < 0 ? -rate : rate)
        continue
      }
      let (base, exponent) = store.baseAndExponent(factor)
      guard let power = store.numberValue(exponent) else { return nil }
      if base == variable {
        result.power = result.power + power
      } else if let argument = store.logarithmArgument(base), let n = power.asInt, n > 0,
        let slope = store.affineParts(of: argument, in: variable)?.slope,
        side > 0 ? assumptions.isPositive(slope) == .yes : assumptions.isNegative(slope) == .yes
      {
        result.logarithms += n
      } else {
        return nil
      }
    }
    return result
  }

  /// The growth of a product of powers of a distance and of its logarithm; nil for anything else.
  private func growth(_ part: Expr, in distance: Expr) -> Growth? {
    var result = Growth()
    for factor in store.factors(part) {
      let (base, exponent) = store.baseAndExponent(factor)
      guard let power = store.numberValue(exponent) else { return nil }
      if base == distance {
        result.power = result.power + power
      } else if store.logarithmArgument(base) == distance, let n = power.asInt, n > 0 {
        result.logarithms += n
      } else {
        return nil
      }
    }
    return result
  }

  private mutating func demandAtInfinity(_ terms: [Term], _ variable: Expr, side: Int) {
    var leading: (growth: Growth, coefficients: [Expr])?
    for (coefficient, part) in terms {
      guard let growth = growthAtInfinity(part, variable, side: side) else { return }
      if let known = leading, growth < known.growth { continue }
      if leading?.growth == growth {
        leading?.coefficients.append(coefficient)
      } else {
        leading = (growth, [coefficient])
      }
    }
    guard let (growth, coefficients) = leading, growth > Growth() else { return }
    var total = store.sum(coefficients)
    if side < 0 {
      guard growth.logarithms == 0, let n = growth.power.asInt else { return }
      if !n.isMultiple(of: 2) { total = store.negated(total) }
    }
    let bound = growth == Growth(power: Rational(0), logarithms: 1) ? store.minusOne : store.zero
    demand(.relation(total, .less, bound))
  }

  private mutating func demandAtEnd(_ terms: [Term], _ variable: Expr, _ end: Expr, distance: Expr) {
    var leading: (growth: Growth, coefficients: [Expr])?
    for (coefficient, part) in terms.map({ asDistance($0, variable, end, distance) }) {
      guard let growth = growth(part, in: distance) else {
        if isRegular(part, at: end, of: variable) { continue }
        return
      }
      // Near an end the smallest power dominates, and of equal powers the one with more logarithms.
      let order = Growth(power: -growth.power, logarithms: growth.logarithms)
      guard order > Growth() else { continue }
      if let known = leading, order < known.growth { continue }
      if leading?.growth == order {
        leading?.coefficients.append(coefficient)
      } else {
        leading = (order, [coefficient])
      }
    }
    guard let (order, coefficients) = leading else { return }
    let total = store.sum(coefficients)
    if order.power.isZero, order.logarithms == 1 {
      demand(.relation(total, .greater, store.minusOne))
    } else {
      demand(.relation(order.logarithms.isMultiple(of: 2) ? total : store.negated(total), .less, store.zero))
    }
  }

  /// The leading behaviour at an end of the logarithm of a function that vanishes there: that of the distance, as often as the
  /// function has the zero. Other terms stay as they are.
  private func asDistance(_ term: Term, _ variable: Expr, _ end: Expr, _ distance: Expr) -> Term {
    guard let argument = store.logarithmArgument(term.part), argument != distance,
      let order = orderOfZero(of: argument, variable, at: end)
    else { return term }
    return (store.product([store.integer(order), term.coefficient]), store.log(distance))
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
