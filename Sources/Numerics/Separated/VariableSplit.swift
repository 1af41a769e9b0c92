internal import Expressions
internal import Multiprecision

/// Writes expressions as sums of products of a factor without one variable and a factor with no other variable.
///
/// By structure alone: sums and products are distributed, and logarithms, powers and absolute values of a product are
/// split where its factors have the signs that this takes.
struct VariableSplit {
  let store: ExpressionStore
  /// The variable that is split off.
  let variable: Expr
  /// The other variables.
  let others: [Expr]
  let assumptions: Assumptions
  private var known: [Expr: [SplitTerm]?] = [:]

  /// No sum grows beyond so many terms.
  private static let mostTerms = 40
  private static let largestExpandedPower = 4

  init(_ store: ExpressionStore, variable: Expr, others: [Expr], assumptions: Assumptions) {
    self.store = store
    self.variable = variable
    self.others = others
    self.assumptions = assumptions
  }

  /// The terms whose sum is the expression; nil where none were found.
  mutating func terms(of e: Expr) -> [SplitTerm]? {
    if let found = known[e] { return found }
    let found = newTerms(of: e)
    known[e] = .some(found)
    return found
  }

  private mutating func newTerms(of e: Expr) -> [SplitTerm]? {
    if !store.contains(e, variable) { return e == store.zero ? [] : [SplitTerm(rest: e, own: store.one)] }
    if !store.containsAny(e, others) { return [SplitTerm(rest: store.one, own: e)] }
    switch store.op(e) {
    case .sum:
      var all: [SplitTerm] = []
      for term in store.operands(e) {
        guard let part = terms(of: term) else { return nil }
        all += part
      }
      return merged(all)
    case .product: return distributed(store.operands(e))
    case .power: return power(store.operand(e, at: 0), store.operand(e, at: 1))
    case .call: return call(e)
    case .number, .symbol: return nil
    }
  }

  private mutating func distributed(_ factors: [Expr]) -> [SplitTerm]? {
    var result = [SplitTerm(rest: store.one, own: store.one)]
    for factor in factors {
      guard let part = terms(of: factor), result.count * part.count <= Self.mostTerms else { return nil }
      result = merged(
        result.flatMap { a in
          part.map { SplitTerm(rest: store.product([a.rest, $0.rest]), own: store.product([a.own, $0.own])) }
        })
    }
    return result
  }

  private mutating func power(_ base: Expr, _ exponent: Expr) -> [SplitTerm]? {
    guard !store.containsAny(exponent, others + [variable]) else { return nil }
    if let term = product(of: base) {
      // A product of two factors of unknown sign has no fractional power of its own.
      guard store.integerValue(exponent) != nil || arePositive(term) else { return nil }
      return [SplitTerm(rest: store.power(term.rest, exponent), own: store.power(term.own, exponent))]
    }
    guard let n = store.integerValue(exponent), n > 1, n <= Self.largestExpandedPower else { return nil }
    return distributed(Array(repeating: base, count: n))
  }

  private mutating func call(_ e: Expr) -> [SplitTerm]? {
    if let argument = store.logarithmArgument(e) {
      guard let term = product(of: argument), arePositive(term) else { return nil }
      return merged([
        SplitTerm(rest: store.log(term.rest), own: store.one), SplitTerm(rest: store.one, own: store.log(term.own)),
      ])
    }
    if let argument = store.exponentialArgument(e) {
      guard let (rest, own) = separateSums(of: argument) else { return nil }
      return [SplitTerm(rest: store.exp(rest), own: store.exp(own))]
    }
    if store.functionName(e) == "abs" {
      guard let term = product(of: store.operand(e, at: 0)) else { return nil }
      return [SplitTerm(rest: store.call("abs", [term.rest]), own: store.call("abs", [term.own]))]
    }
    return nil
  }

  /// Two expressions whose sum is the given one, the first without the variable, the second without any other.
  mutating func separateSums(of e: Expr) -> (rest: Expr, own: Expr)? {
    guard let all = terms(of: e) else { return nil }
    var (rest, own): ([Expr], [Expr]) = ([], [])
    for term in all {
      if term.own == store.one {
        rest.append(term.rest)
      } else if !store.containsAny(term.rest, others) {
        own.append(store.product([term.rest, term.own]))
      } else {
        return nil
      }
    }
    return (store.sum(rest), store.sum(own))
  }

  private func arePositive(_ term: SplitTerm) -> Bool {
    assumptions.isPositive(term.rest) == .yes && assumptions.isPositive(term.own) == .yes
  }

  /// The expression as one product: its terms have the same factor without the variable, up to numbers.
  private mutating func product(of e: Expr) -> SplitTerm? {
    guard let all = terms(of: e), let first = all.first else { return nil }
    if all.count == 1 { return first }
    var own: [Expr] = []
    for term in all {
      guard let ratio = ratio(of: term.rest, to: first.rest) else { return nil }
      own.append(store.product([ratio, term.own]))
    }
    // The common factor is taken with the sign that makes it positive, if either does.
    if assumptions.isNegative(first.rest) == .yes {
      return SplitTerm(rest: store.negated(first.rest), own: store.negated(store.sum(own)))
    }
    return SplitTerm(rest: first.rest, own: store.sum(own))
  }

  /// The quotient of two expressions, if no variable is left in it.
  private func ratio(of a: Expr, to b: Expr) -> Expr? {
    if a == b { return store.one }
    let quotient = store.quotient(a, b)
    if !store.containsAny(quotient, others) { return quotient }
    // If a = r b, the coefficients of any product of variables have the same ratio; a c_b = b c_a then proves it.
    let (expanded, reference) = (store.multipliedOut(a), store.multipliedOut(b))
    let function = variablePart(store.terms(expanded)[0])
    let (own, other) = (coefficient(of: function, in: expanded), coefficient(of: function, in: reference))
    guard own != store.zero, other != store.zero else { return nil }
    let difference = store.difference(store.product([expanded, other]), store.product([reference, own]))
    let products = store.terms(difference).map { store.multipliedOut($0) }
    guard store.multipliedOut(store.sum(products)) == store.zero else { return nil }
    return store.quotient(store.withCommonFactors(own), store.withCommonFactors(other))
  }

  /// The factors of a term that contain another variable.
  private func variablePart(_ term: Expr) -> Expr {
    store.product(store.factors(term).filter { store.containsAny($0, others) })
  }

  private func coefficient(of function: Expr, in e: Expr) -> Expr {
    store.sum(
      store.terms(e).filter { variablePart($0) == function }.map { term in
        store.product(store.factors(term).filter { !store.containsAny($0, others) })
      })
  }

  // MARK: Like terms

  /// Terms with the same factor in the variable become one, then those with the same other factor.
  private func merged(_ all: [SplitTerm]) -> [SplitTerm] {
    var byOwn = Groups()
    for term in all { byOwn.add(term.rest, to: term.own) }
    var byRest = Groups()
    for (own, parts) in byOwn.list {
      let rest = tidied(store.sum(parts))
      if rest != store.zero { byRest.add(own, to: rest) }
    }
    return byRest.list.map { rest, parts in SplitTerm(rest: rest, own: store.sum(parts)) }
  }

  /// Expressions by what they have in common, in the order in which that was met.
  private struct Groups {
    private(set) var list: [(key: Expr, parts: [Expr])] = []
    private var positions: [Expr: Int] = [:]

    mutating func add(_ part: Expr, to key: Expr) {
      if let position = positions[key] {
        list[position].parts.append(part)
      } else {
        positions[key] = list.count
        list.append((key, [part]))
      }
    }
  }

  /// A sum with its common factors taken out, or multiplied out where variables cancel then.
  private func tidied(_ e: Expr) -> Expr {
    guard store.op(e) == .sum, store.containsAny(e, others) else { return e }
    let common = store.withCommonFactors(e)
    if !store.containsAny(common, others) { return common }
    let expanded = store.multipliedOut(e)
    if !store.containsAny(expanded, others) { return expanded }
    return e
  }
}
