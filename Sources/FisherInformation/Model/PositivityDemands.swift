internal import Calculus
internal import Expressions
internal import Multiprecision
internal import Numerics

/// Bounds on single parameters without which the argument of a logarithm is negative somewhere on the support.
///
/// Of `log(1 + a*cos(x))` on a full period the values at the ends and in the middle tell that -1 < a < 1; of `log(1 + a*x^2)` on
/// the whole line the largest term tells that a > 0. The argument is looked at in few places, so that all that is demanded
/// is necessary, and need not be enough. The demands are strict: where the argument vanishes at one place, or loses its
/// largest term, the score has no finite variance as a rule, as that of `w*exp(-x) + 2*(1-w)*exp(-2*x)` at w = 0.
struct PositivityDemands {
  /// The demands, as far as they do not hold already.
  private(set) var requirements: [DomainRequirement] = []
  private let store: ExpressionStore
  private let assumptions: Assumptions
  private let simplifier: Simplifier
  private let parameters: [Expr]
  private let declared: Set<Expr>
  private let observed: [ObservedVariable]
  /// More observed variables have too many corners.
  private static let mostVariables = 3
  /// Arguments with more nodes are not looked at.
  private static let longestArgument = 200

  /// Reads the demands off the logarithms of a log-density without brackets, in which a logarithm may count on a part of the
  /// support alone.
  ///
  /// - Parameter declared: parameters of which it was said where they range: an end that belongs to that stays.
  init(
    logDensity: Expr, parameters: [Expr], declared: Set<Expr>, observed: [ObservedVariable], simplifier: Simplifier
  ) {
    self.declared = declared
    store = simplifier.store
    assumptions = simplifier.assumptions
    self.simplifier = simplifier
    self.parameters = parameters
    self.observed = observed
    let parts = store.subexpressions(of: logDensity)
    if parts.contains(where: { store.complementaryBracket($0) != nil }) { return }
    for part in parts {
      guard let argument = store.logarithmArgument(part), store.nodeCount(argument) <= Self.longestArgument else {
        continue
      }
      if store.op(argument) == .sum { demand(argument, of: part) } else { demandBySigns(argument, of: part) }
    }
  }

  private mutating func demand(_ argument: Expr, of part: Expr) {
    let occurring = observed.filter { store.contains(argument, $0.symbol) }
    guard !occurring.isEmpty, occurring.count <= Self.mostVariables else { return }
    var values = [argument]
    for variable in occurring {
      let places = places(variable) + turns(of: variable, in: argument)
      values = values.flatMap { e in places.map { store.substitute(e, [(variable.symbol, $0)]) } }
    }
    for value in values { demand(positive: value, of: part) }
    guard occurring.count == 1 else { return }
    for side in infiniteSides(occurring[0].range) {
      demandAtInfinity(argument, occurring[0].symbol, side: side, of: part)
    }
  }

  /// The values of a product are looked at together: of 3*(1 + a*x^2)/(3 + a) those at 0 and at 1.
  private mutating func demandBySigns(_ argument: Expr, of part: Expr) {
    let occurring = observed.filter { store.contains(argument, $0.symbol) }
    guard occurring.count == 1,
      store.factors(argument).contains(where: { store.op(store.baseAndExponent($0).0) == .sum })
    else { return }
    let variable = occurring[0].symbol
    let finite = places(occurring[0]).map { store.substitute(argument, [(variable, $0)]) }
    let values = finite + infiniteSides(occurring[0].range).compactMap { leading(argument, variable, side: $0) }
    let defined = values.filter {
      !store.contains($0, store.infinity) && assumptions.requirements(of: $0).allSatisfy(\.condition.excludesPoint)
    }
    guard let chart = SignChart(of: defined.map(simplifier.normal), parameters: parameters, simplifier) else { return }
    for condition in chart.conditions where assumptions.holds(condition) != .yes {
      requirements.append(DomainRequirement(condition, of: part))
    }
  }

  /// The coefficient of the largest term of a product towards an infinite end; nil where it is not known.
  private func leading(_ argument: Expr, _ variable: Expr, side: Int) -> Expr? {
    var parts: [Expr] = []
    for factor in store.factors(argument) where assumptions.isPositive(factor) != .yes {
      let (base, exponent) = store.baseAndExponent(factor)
      guard store.contains(factor, variable) else {
        parts.append(factor)
        continue
      }
      guard let coefficient = InfiniteEnd(of: variable, side: side, simplifier).leading(base)?.coefficient else {
        return nil
      }
      parts.append(store.power(coefficient, exponent))
    }
    return store.product(parts)
  }

  /// Towards an infinite end the largest term decides, where its growth is known; else the finite value there, if it has one.
  private mutating func demandAtInfinity(_ argument: Expr, _ variable: Expr, side: Int, of part: Expr) {
    if let leading = InfiniteEnd(of: variable, side: side, simplifier).leading(argument) {
      demand(positive: leading.coefficient, of: part)
      return
    }
    guard let parameter = parameters.first(where: { store.contains(argument, $0) }),
      let (slope, offset) = store.affineParts(of: simplifier.expanded(argument), in: parameter)
    else { return }
    let end = side > 0 ? store.infinity : store.negated(store.infinity)
    let values = [slope, offset].map { value(of: store.substitute($0, [(variable, end)])) }
    guard let a = values[0], let b = values[1] else { return }
    demand(positive: store.sum([store.product([a, parameter]), b]), of: part)
  }

  /// The value of an expression without symbols, if it is a whole number.
  private func value(of e: Expr) -> Expr? {
    guard store.freeSymbols(e).isEmpty,
      let evaluator = try? ClosedFormEvaluator(store, expressions: [e], parameters: [])
    else { return nil }
    let value = evaluator.evaluate(at: [], digits: Self.digits)[0].doubleValue
    guard value.isFinite, value == value.rounded(), abs(value) < Self.largestValue else { return nil }
    return store.integer(Int(value))
  }

  private static let digits = 30
  private static let largestValue = 1e6

  /// The finite places at which an argument is looked at: the ends of the range, and some between them.
  private func places(_ variable: ObservedVariable) -> [Expr] {
    switch variable.range {
    case .finite(let values): return values
    case .reals: return [store.zero]
    case .lattice(let lower, let upper): return [lower, upper].compactMap(\.self)
    case .interval(let lower?, let upper?, _, _):
      let length = store.difference(upper, lower)
      return (0...4).map { store.sum([lower, store.product([store.number(Rational($0, 4)), length])]) }
    case .interval(let lower, let upper, _, _): return [lower, upper].compactMap(\.self)
    }
  }

  /// The places in a full period at which the angles in a periodic argument are multiples of a right angle: of cos(x - m) not
  /// 0, but m.
  private func turns(of variable: ObservedVariable, in argument: Expr) -> [Expr] {
    guard case .interval(let lower?, let upper?, _, _) = variable.range else { return [] }
    let length = store.difference(upper, lower)
    let waves = store.subexpressions(of: argument).filter { store.contains($0, variable.symbol) && isWave($0, length) }
    let angles = waves.compactMap { store.affineParts(of: store.operand($0, at: 0), in: variable.symbol) }
    guard angles.count == waves.count, angles.allSatisfy({ store.integerValue($0.slope) != nil }),
      let first = angles.first(where: { !store.freeSymbols($0.offset).isEmpty }),
      !store.contains(store.substitute(argument, waves.map { ($0, store.one) }), variable.symbol)
    else { return [] }
    return (0...3).map { turn in
      let angle = store.product([store.number(Rational(turn, 4)), length])
      return store.quotient(store.difference(angle, first.offset), first.slope)
    }
  }

  /// Whether a call is of a periodic function whose period is a length, or a part of it.
  private func isWave(_ e: Expr, _ length: Expr) -> Bool {
    guard let period = store.function(e)?.periodInPi,
      let halfTurns = store.integerValue(store.quotient(length, store.constant("pi")))
    else { return false }
    return halfTurns % period == 0
  }

  private func infiniteSides(_ range: NumberSet) -> [Int] {
    switch range {
    case .finite: []
    case .reals: [-1, 1]
    case .interval(let lower, let upper, _, _), .lattice(let lower, let upper):
      (lower == nil ? [-1] : []) + (upper == nil ? [1] : [])
    }
  }

  /// Notes that a value must be positive if it bounds a single parameter by a number.
  private mutating func demand(positive value: Expr, of part: Expr) {
    // At an end, log(x) may have no value.
    if store.contains(value, store.infinity) || !assumptions.requirements(of: value).isEmpty { return }
    let value = withoutPositiveFactors(simplifier.normal(value))
    let symbols = store.freeSymbols(value)
    guard symbols.count == 1, parameters.contains(symbols[0]),
      let (slope, offset) = store.affineParts(of: value, in: symbols[0]), [slope, offset].allSatisfy(store.isNumber),
      (declared.contains(symbols[0]) ? assumptions.isNonnegative(value) : assumptions.isPositive(value)) != .yes
    else { return }
    requirements.append(DomainRequirement(.relation(value, .greater, store.zero), of: part))
  }

  /// What decides on a sign: of m - m*w with m > 0, 1 - w.
  private func withoutPositiveFactors(_ e: Expr) -> Expr {
    if store.freeSymbols(e).count < 2 { return e }
    let factors = store.factors(RationalNormalForm(store).factored(e))
    return store.product(factors.filter { assumptions.isPositive($0) != .yes })
  }
}
