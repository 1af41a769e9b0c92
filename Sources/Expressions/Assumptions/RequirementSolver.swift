internal import Multiprecision

/// Reduces the demand that an expression has a sign to demands on its factors, and solves those that are affine.
struct RequirementSolver {
  let analysis: SignAnalysis
  /// The symbols that may be solved for.
  let free: [Expr]
  /// Whether a power with a symbolic exponent counts as positive only if its base is: the usual reading, not the only one.
  var readsBasesAsPositive = false
  private var store: ExpressionStore { analysis.store }

  /// What a demand comes to.
  enum Reduction {
    /// It follows from what is known.
    case holds
    /// It contradicts what is known.
    case refuted
    /// It is equivalent to these conditions.
    case conditions([Condition])
  }

  init(analysis: SignAnalysis, free: [Expr], readsBasesAsPositive: Bool = false) {
    self.analysis = analysis
    self.free = free
    self.readsBasesAsPositive = readsBasesAsPositive
  }

  /// A condition on the one factor of unknown sign of a product that is compared with 0; empty for anything else.
  func factorConditions(_ condition: Condition) -> [Condition] {
    guard case .relation(let left, let relation, let right) = condition, relation != .equal else { return [] }
    let difference = store.difference(left, right)
    guard [.product, .power].contains(store.op(difference)), !store.contains(difference, store.infinity),
      case .conditions(let found) = factored(difference, relation)
    else { return [] }
    return found.filter { $0 != condition && isSingleFactor($0) }
  }

  private func isSingleFactor(_ condition: Condition) -> Bool {
    guard case .relation(let left, _, _) = condition else { return false }
    return store.op(left) == .symbol || store.op(left) == .sum
  }

  /// The demand `e relation 0` without the factors whose sign is known.
  func reduced(_ e: Expr, _ relation: Relation) -> Reduction {
    switch analysis.signs(e).liesIn(Signs(satisfying: relation)) {
    case .yes: return .holds
    case .no: return .refuted
    case .unknown: return factored(e, relation)
    }
  }

  /// The demand `e relation 0` as demands on the factors of unknown sign.
  private func factored(_ e: Expr, _ relation: Relation) -> Reduction {
    var open: [Expr] = []
    var further: [Condition] = []
    var sign = 1
    for factor in store.factors(e) {
      let known = analysis.signs(factor)
      if known == .negative { sign = -sign }
      if known == .positive || known == .negative { continue }
      let (base, isOdd) = oddBase(factor)
      if isOdd {
        open.append(base)
      } else if relation.excludesEquality {
        switch reduced(base, .notEqual) {
        case .holds: continue
        case .refuted: return .refuted
        case .conditions(let conditions): further += conditions
        }
      }
    }
    let remaining = sign > 0 ? relation : relation.mirrored
    if relation == .notEqual {
      return .conditions(open.map { .relation($0, .notEqual, store.zero) } + further)
    }
    guard !open.isEmpty else { return further.isEmpty ? .holds : .conditions(further) }
    let product = store.product(open)
    // Bases that are equal make a square: of atanh(u)/u that of u.
    guard product == e || store.factors(product).count == open.count else {
      return joined(reduced(product, remaining), further)
    }
    return .conditions([.relation(product, remaining, store.zero)] + further)
  }

  private func joined(_ reduction: Reduction, _ further: [Condition]) -> Reduction {
    switch reduction {
    case .holds: further.isEmpty ? .holds : .conditions(further)
    case .refuted: .refuted
    case .conditions(let found): .conditions(found + further)
    }
  }

  /// The base whose sign a factor has, and whether it does; an even power has no sign but that of a square.
  private func oddBase(_ factor: Expr) -> (base: Expr, isOdd: Bool) {
    let (power, exponent) = store.baseAndExponent(factor)
    let base = withoutMonotoneCalls(power)
    if exponent == store.one { return (base, true) }
    guard let n = store.numberValue(exponent) else { return (readsBasesAsPositive ? base : factor, true) }
    if n.isInteger { return (base, !n.numerator.isEven) }
    // A root is non-negative where it is real at all, which is a demand of its own.
    return (base, false)
  }

  /// `u - 1` for `log(u)`, and `u` for `1 - exp(-u)`: what has the sign of a strictly monotone function less its value at a
  /// point; that the function is defined is a demand of its own.
  private func withoutMonotoneCalls(_ base: Expr) -> Expr {
    guard let (slope, call, offset) = affineCall(base), let monotonicity = store.function(call)?.monotonicity,
      store.operandCount(call) == 1, monotonicity.value == -offset / slope
    else { return base }
    let difference = store.difference(store.operand(call, at: 0), store.number(monotonicity.argument))
    let rises = monotonicity.isIncreasing == (slope.signum > 0)
    return withoutMonotoneCalls(rises ? difference : store.negated(difference))
  }

  /// The parts of `slope*f(u) + offset`.
  private func affineCall(_ e: Expr) -> (slope: Rational, call: Expr, offset: Rational)? {
    let form = store.linearForm(e)
    guard form.support.count == 1, store.op(form.support[0].monomial) == .call else { return nil }
    return (form.support[0].coefficient, form.support[0].monomial, form.constant)
  }

  /// Solves a condition for the only free symbol in it; the condition itself where that cannot be done.
  func solved(_ condition: Condition) -> [Condition] {
    guard case .relation(let left, let relation, let right) = condition else { return [condition] }
    let difference = store.difference(left, right)
    let unknowns = free.filter { store.contains(difference, $0) }
    guard unknowns.count == 1 else { return [condition] }
    let symbol = unknowns[0]
    if let bound = affineBound(difference, relation, symbol) { return [bound] }
    return squareBounds(difference, relation, symbol) ?? [condition]
  }

  /// `a*s + b relation 0` with a of known sign as a bound of s.
  private func affineBound(_ e: Expr, _ relation: Relation, _ symbol: Expr) -> Condition? {
    guard let (slope, offset) = store.affineParts(of: e, in: symbol) else { return nil }
    let signs = analysis.signs(slope)
    guard signs == .positive || signs == .negative else { return nil }
    let bound = store.quotient(store.negated(offset), slope)
    return .relation(symbol, signs == .positive ? relation : relation.mirrored, bound)
  }

  /// `c - d*s^2 > 0` with a rational root of c/d as bounds on both sides.
  private func squareBounds(_ e: Expr, _ relation: Relation, _ symbol: Expr) -> [Condition]? {
    let form = store.linearForm(e)
    guard relation == .greater || relation == .greaterOrEqual, form.constant.signum > 0, form.support.count == 1,
      form.support[0].monomial == store.square(symbol), form.support[0].coefficient.signum < 0,
      let root = (form.constant / -form.support[0].coefficient).exactRoot(2)
    else { return nil }
    return [
      .relation(symbol, relation, store.number(-root)), .relation(symbol, relation.mirrored, store.number(root)),
    ]
  }
}

extension Relation {
  /// Whether equal sides violate the relation.
  var excludesEquality: Bool {
    switch self {
    case .less, .greater, .notEqual: true
    case .lessOrEqual, .greaterOrEqual, .equal: false
    }
  }
}
