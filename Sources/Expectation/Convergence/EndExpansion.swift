internal import Calculus
internal import Expressions
internal import Multiprecision

/// Expansions of expressions in powers and logarithms of a variable that tends to 0 from above.
///
/// Composition of Taylor series with the generalised power series of G. H. Hardy, Orders of Infinity, 1910, chapter 2;
/// whatever has no expansion of this kind, or none whose leading term can be told, has none here.
struct EndExpansion {
  /// Powers of a small series that are kept.
  static let order = 4

  let v: Expr
  let simplifier: Simplifier
  let arithmetic: SeriesArithmetic
  private var known: [Expr: PowerLogSeries?] = [:]
  private let differentiation: Differentiation
  var store: ExpressionStore { simplifier.store }

  /// Prepares expansions at v → 0+; the simplifier's assumptions hold that v is small and positive.
  init(at v: Expr, _ simplifier: Simplifier) {
    self.v = v
    self.simplifier = simplifier
    arithmetic = SeriesArithmetic(simplifier: simplifier)
    differentiation = Differentiation(simplifier.store, formulas: simplifier.formulas)
  }

  /// The expansion of an expression; nil where none was found.
  mutating func series(_ e: Expr) -> PowerLogSeries? {
    if let answer = known[e] { return answer }
    let answer = computed(e)
    known[e] = answer
    return answer
  }

  private mutating func computed(_ e: Expr) -> PowerLogSeries? {
    if !store.contains(e, v) { return PowerLogSeries(e, exponent: store.zero) }
    if e == v { return PowerLogSeries(store.one, exponent: store.one) }
    switch store.op(e) {
    case .sum: return sum(store.operands(e))
    case .product: return product(store.operands(e))
    case .power: return power(e)
    case .call: return call(e)
    case .number, .symbol: return nil
    }
  }

  private mutating func sum(_ operands: [Expr]) -> PowerLogSeries? {
    var parts: [PowerLogSeries] = []
    for operand in operands {
      guard let part = series(operand) else { return nil }
      parts.append(part)
    }
    return arithmetic.sum(parts)
  }

  private mutating func product(_ operands: [Expr]) -> PowerLogSeries? {
    var result = PowerLogSeries(store.one, exponent: store.zero)
    for operand in operands {
      guard let part = series(operand), let next = arithmetic.product(result, part) else { return nil }
      result = next
    }
    return result
  }

  private mutating func power(_ e: Expr) -> PowerLogSeries? {
    let (base, exponent) = store.baseAndExponent(e)
    if store.contains(exponent, v) {
      return series(store.exp(store.product([exponent, store.log(base)])))
    }
    guard let inner = series(base) else { return nil }
    if let n = store.integerValue(exponent), (1...6).contains(n) {
      return (1..<n).reduce(Optional(inner)) { result, _ in result.flatMap { arithmetic.product($0, inner) } }
    }
    guard let lead = arithmetic.leading(inner), lead.logarithms == 0, let rest = relative(inner, to: lead),
      let factor = self.factor(lead.coefficient, to: exponent)
    else { return nil }
    // (1 + d)^p = Σ binomial(p, j) d^j.
    var coefficients = [store.one]
    for j in 1..<Self.order {
      let next = store.quotient(store.sum([exponent, store.integer(1 - j)]), store.integer(j))
      coefficients.append(store.product([coefficients[j - 1], next]))
    }
    return composed(coefficients, rest).flatMap {
      arithmetic.scaled($0, by: factor, exponent: store.product([lead.exponent, exponent]))
    }
  }

  /// c^p for a coefficient whose power is real.
  private func factor(_ c: Expr, to p: Expr) -> Expr? {
    let isInteger = store.integerValue(p) != nil
    return isInteger || simplifier.assumptions.isPositive(c) == .yes ? store.power(c, p) : nil
  }

  /// The d of `series = lead*(1 + d)`.
  func relative(_ series: PowerLogSeries, to lead: PowerLogSeries.Term) -> PowerLogSeries? {
    let whole = arithmetic.scaled(
      series, by: store.reciprocal(lead.coefficient), exponent: store.negated(lead.exponent))
    return whole.flatMap { arithmetic.sum([$0, PowerLogSeries(store.minusOne, exponent: store.zero)]) }
      .flatMap { $0.terms.allSatisfy { isSmall($0) } ? $0 : nil }
  }

  /// Whether a term is known to vanish as v → 0.
  func isSmall(_ term: PowerLogSeries.Term) -> Bool { simplifier.assumptions.isPositive(term.exponent) == .yes }

  /// `Σ c_j d^j` for a small d, with the first power that is left out as remainder.
  func composed(_ coefficients: [Expr], _ small: PowerLogSeries) -> PowerLogSeries? {
    var result = PowerLogSeries(coefficients[0], exponent: store.zero)
    var power = PowerLogSeries(store.one, exponent: store.zero)
    for coefficient in coefficients.dropFirst() {
      guard let next = arithmetic.product(power, small),
        let part = arithmetic.scaled(next, by: coefficient, exponent: store.zero),
        let total = arithmetic.sum([result, part])
      else { return nil }
      (power, result) = (next, total)
    }
    let beyond = small.terms.map { store.product([store.integer(coefficients.count), $0.exponent]) }
    result.remainders += beyond
    return arithmetic.sum([result])
  }
}

extension EndExpansion {
  fileprivate mutating func call(_ e: Expr) -> PowerLogSeries? {
    if let argument = store.exponentialArgument(e) { return series(argument).flatMap(exponential) }
    if let argument = store.logarithmArgument(e) { return series(argument).flatMap(logarithm) }
    if store.functionName(e) == "abs" { return series(store.operand(e, at: 0)).flatMap(absolute) }
    return analytic(e)
  }

  /// exp of `a log v + c + d` with a small d: `v^a e^c (1 + d + …)`.
  func exponential(_ argument: PowerLogSeries) -> PowerLogSeries? {
    var (slope, constant) = ([Expr](), [Expr]())
    var small = PowerLogSeries([], remainders: argument.remainders)
    for term in argument.terms {
      if isSmall(term) {
        small.terms.append(term)
      } else if term.exponent == store.zero, term.logarithms <= 1 {
        if term.logarithms == 1 { slope.append(term.coefficient) } else { constant.append(term.coefficient) }
      } else {
        return nil
      }
    }
    guard argument.remainders.allSatisfy({ simplifier.assumptions.isPositive($0) == .yes }) else { return nil }
    var factorial = Rational(1)
    let coefficients = (0..<Self.order).map { j in
      if j > 1 { factorial = factorial * Rational(j) }
      return store.number(factorial.inverse)
    }
    return composed(coefficients, small).flatMap {
      arithmetic.scaled($0, by: store.exp(store.sum(constant)), exponent: store.sum(slope))
    }
  }

  /// log of `c v^e (1 + d)`: `log c + e log v + d - d²/2 + …`.
  private func logarithm(_ argument: PowerLogSeries) -> PowerLogSeries? {
    guard let lead = arithmetic.leading(argument), lead.logarithms == 0, let rest = relative(argument, to: lead),
      simplifier.assumptions.isPositive(lead.coefficient) == .yes
    else { return nil }
    let coefficients = (0..<Self.order).map { j in
      j == 0 ? store.log(lead.coefficient) : store.number(Rational(j.isMultiple(of: 2) ? -1 : 1, j))
    }
    let power = PowerLogSeries([.init(coefficient: lead.exponent, exponent: store.zero, logarithms: 1)])
    return composed(coefficients, rest).flatMap { arithmetic.sum([$0, power]) }
  }

  private func absolute(_ argument: PowerLogSeries) -> PowerLogSeries? {
    guard let lead = arithmetic.leading(argument) else { return nil }
    if simplifier.assumptions.isPositive(lead.coefficient) == .yes { return argument }
    guard simplifier.assumptions.isNegative(lead.coefficient) == .yes else { return nil }
    return arithmetic.scaled(argument, by: store.minusOne, exponent: store.zero)
  }

  /// A call with one argument that tends to a point where the function is defined, by its Taylor series.
  private mutating func analytic(_ e: Expr) -> PowerLogSeries? {
    let moving = store.operands(e).indices.filter { store.contains(store.operand(e, at: $0), v) }
    guard moving.count == 1, let definition = store.function(e), definition.evaluate != nil,
      definition.kinks.isEmpty, let inner = series(store.operand(e, at: moving[0]))
    else { return nil }
    let constants = inner.terms.filter { $0.exponent == store.zero && $0.logarithms == 0 }
    let small = PowerLogSeries(inner.terms.filter { isSmall($0) }, remainders: inner.remainders)
    guard constants.count + small.terms.count == inner.terms.count else { return nil }
    let centre = constants.first?.coefficient ?? store.zero
    let t = store.symbol("endpoint.t")
    var operands = store.operands(e)
    operands[moving[0]] = t
    var derivative = store.rebuilt(e, operands: operands)
    var (coefficients, factorial) = ([Expr](), Rational(1))
    for j in 0..<Self.order {
      let value = store.substitute(derivative, [(t, centre)])
      guard simplifier.assumptions.isReal(value) == .yes else { return nil }
      coefficients.append(store.product([store.number(factorial.inverse), value]))
      guard let next = try? differentiation.derivative(of: derivative, by: t) else { return nil }
      derivative = next
      factorial = factorial * Rational(j + 1)
    }
    return composed(coefficients, small)
  }
}
