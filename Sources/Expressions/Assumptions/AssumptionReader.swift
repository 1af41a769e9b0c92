internal import Multiprecision

/// Turns a list of conditions into domains of symbols and inequalities between linear forms.
struct AssumptionReader {
  private let store: ExpressionStore
  private let conditions: [Condition]
  private let result: SignAnalysis

  init(store: ExpressionStore, conditions: [Condition]) {
    self.store = store
    self.conditions = conditions
    result = SignAnalysis(store: store)
  }

  /// The analysis of all conditions together.
  func analysis() -> SignAnalysis {
    for case .membership(let e, let set) in conditions { readDomain(e, set) }
    for condition in conditions where !condition.excludesPoint { readBound(condition) }
    // An end that is excluded must be known to be an end.
    for condition in conditions where condition.excludesPoint { readBound(condition) }
    for condition in conditions { readInequality(condition) }
    // A product of which all factors but one have known signs bounds that factor; the signs may come from any condition.
    for condition in conditions {
      for factor in RequirementSolver(analysis: result, free: []).factorConditions(condition) {
        readBound(factor)
        readInequality(factor)
      }
    }
    for condition in conditions { readDifferenceOfSquares(condition) }
    return result
  }

  /// `a^2 - b^2 > 0` with a ≥ 0 as `a - b > 0` and `a + b > 0`.
  private func readDifferenceOfSquares(_ condition: Condition) {
    for (left, relation, right) in comparisons(condition) where relation == .greater || relation == .less {
      let difference = relation == .greater ? store.difference(left, right) : store.difference(right, left)
      guard store.op(difference) == .sum, store.operandCount(difference) == 2 else { continue }
      let parts = store.operands(difference).map { store.coefficientAndRest($0) }
      guard let k = parts.firstIndex(where: { $0.0.signum > 0 }), parts[1 - k].0.signum < 0,
        let a = squareRoot(parts[k].0, parts[k].1), let b = squareRoot(-parts[1 - k].0, parts[1 - k].1),
        result.signs(a).isSubset(of: .nonnegative)
      else { continue }
      for form in [store.difference(a, b), store.sum([a, b])] { add(store.linearForm(form), isStrict: true) }
      result.forgetAnswers()
    }
  }

  /// An expression whose square a term is: `2*u*v` of `4*u^2*v^2`.
  private func squareRoot(_ coefficient: Rational, _ rest: Expr) -> Expr? {
    guard let root = coefficient.exactRoot(2) else { return nil }
    var factors = [store.number(root)]
    for factor in store.factors(rest) where factor != store.one {
      let (base, exponent) = store.baseAndExponent(factor)
      guard let n = store.integerValue(exponent), n > 0, n.isMultiple(of: 2) else { return nil }
      factors.append(store.power(base, store.integer(n / 2)))
    }
    return store.product(factors)
  }

  private func readDomain(_ e: Expr, _ set: NumberSet) {
    let cleaned = set.withoutInfiniteBounds(in: store)
    if store.op(e) == .symbol {
      let known = result.domains[e] ?? .reals
      result.domains[e] = DomainIntersection(analysis: result).intersection(known, cleaned)
    } else if case .lattice = cleaned {
      result.integers.insert(e)
    }
    result.forgetAnswers()
  }

  /// A comparison of one symbol with a number narrows the domain of the symbol.
  private func readBound(_ condition: Condition) {
    guard case .relation(let left, let relation, let right) = condition,
      let bound = NumericBound(store.linearForm(store.difference(left, right)), relation, in: store)
    else { return }
    let known = result.domains[bound.symbol] ?? .reals
    result.domains[bound.symbol] = DomainIntersection(analysis: result).narrowed(known, by: bound)
    result.forgetAnswers()
  }

  private func readInequality(_ condition: Condition) {
    for (left, relation, right) in comparisons(condition) where ![left, right].contains(where: isInfinite) {
      add(store.linearForm(store.difference(left, right)), relation)
    }
    result.forgetAnswers()
  }

  private func isInfinite(_ e: Expr) -> Bool { store.contains(e, store.infinity) }

  /// The comparisons that a condition amounts to, for the members of a set its bounds.
  private func comparisons(_ condition: Condition) -> [(Expr, Relation, Expr)] {
    switch condition {
    case .relation(let left, let relation, let right): return [(left, relation, right)]
    case .membership(let e, .interval(let lower, let upper, let lowerClosed, let upperClosed)):
      return (lower.map { [(e, lowerClosed ? .greaterOrEqual : .greater, $0)] } ?? [])
        + (upper.map { [(e, upperClosed ? .lessOrEqual : .less, $0)] } ?? [])
    case .membership(let e, .lattice(let lower, let upper)):
      return (lower.map { [(e, .greaterOrEqual, $0)] } ?? []) + (upper.map { [(e, .lessOrEqual, $0)] } ?? [])
    case .membership(let e, .finite(let values)):
      let numbers = values.compactMap(store.numberValue)
      guard numbers.count == values.count, let least = numbers.min(), let greatest = numbers.max() else { return [] }
      return [(e, .greaterOrEqual, store.number(least)), (e, .lessOrEqual, store.number(greatest))]
    case .membership(_, .reals): return []
    }
  }

  private func add(_ form: LinearForm, _ relation: Relation) {
    switch relation {
    case .less: add(form.negated(in: store), isStrict: true)
    case .lessOrEqual: add(form.negated(in: store), isStrict: false)
    case .greater: add(form, isStrict: true)
    case .greaterOrEqual: add(form, isStrict: false)
    case .equal:
      add(form, isStrict: false)
      add(form.negated(in: store), isStrict: false)
    case .notEqual: result.nonzeroForms.append(form)
    }
  }

  private func add(_ form: LinearForm, isStrict: Bool) {
    let symbols = Set(form.support.flatMap { store.freeSymbols($0.monomial) })
    result.inequalities.append((Inequality(form: form, isStrict: isStrict), symbols))
    guard isStrict, isIntegral(form) else { return }
    // A positive integer is at least 1.
    var sharpened = form
    sharpened.add(Rational(-1), store.one, in: store)
    result.inequalities.append((Inequality(form: sharpened, isStrict: false), symbols))
  }

  private func isIntegral(_ form: LinearForm) -> Bool {
    form.constant.isInteger
      && form.support.allSatisfy { $0.coefficient.isInteger && result.isInteger($0.monomial) == .yes }
  }
}
