internal import Expressions
internal import Multiprecision

/// [c] = 1 where the condition c is known to hold, and 0 where it is known to fail.
struct BracketOfDecided: RewriteRule {
  let id = "bracket.decided"

  func rewrite(_ e: Expr, _ context: RewriteContext) -> Rewriting? {
    guard let condition = context.store.indicatedCondition(e),
      case .relation(let a, let relation, let b) = condition
    else { return nil }
    switch context.assumptions.holds(condition) {
    case .yes: return Rewriting(context.store.one, conditions: [condition])
    case .no: return Rewriting(context.store.zero, conditions: [.relation(a, relation.negation, b)])
    case .unknown: return nil
    }
  }
}

/// log(f) = [c]*log(f with the bracket 1) + [not c]*log(f with the bracket 0), for any bracket in f.
struct LogarithmOfBracket: RewriteRule {
  let id = "log.bracket"

  func rewrite(_ e: Expr, _ context: RewriteContext) -> Rewriting? {
    let store = context.store
    guard let argument = store.logarithmArgument(e), let bracket = store.bracket(in: argument),
      let opposite = store.complementaryBracket(bracket)
    else { return nil }
    let here = store.substitute(argument, [(bracket, store.one), (opposite, store.zero)])
    let elsewhere = store.substitute(argument, [(bracket, store.zero), (opposite, store.one)])
    if here == store.zero || elsewhere == store.zero { return nil }
    return Rewriting(
      store.sum([store.product([bracket, store.log(here)]), store.product([opposite, store.log(elsewhere)])]))
  }
}

/// [x = a]*f(x) = [x = a]*f(a).
struct BracketSelects: RewriteRule {
  let id = "bracket.selects"

  func rewrite(_ e: Expr, _ context: RewriteContext) -> Rewriting? {
    let store = context.store
    guard store.op(e) == .product else { return nil }
    let factors = store.factors(e)
    for (i, bracket) in factors.enumerated() where store.isBracket(bracket) {
      guard let (symbol, point) = selection(bracket, store) else { continue }
      let rest = store.product(factors.indices.filter { $0 != i }.map { factors[$0] })
      guard store.contains(rest, symbol) else { continue }
      let selected = store.substitute(settled(rest, symbol, point, store), [(symbol, point)])
      if store.isUndefined(selected) { continue }
      return Rewriting(store.product([bracket, selected]))
    }
    return nil
  }

  /// The symbol of `0^(x - a)` with a number a, and a.
  private func selection(_ bracket: Expr, _ store: ExpressionStore) -> (Expr, Expr)? {
    var offset = Rational(0)
    var symbol: Expr?
    for term in store.terms(store.baseAndExponent(bracket).1) {
      if let value = store.numberValue(term) {
        offset = offset + value
      } else if symbol == nil, store.symbolName(term) != nil {
        symbol = term
      } else {
        return nil
      }
    }
    return symbol.map { ($0, store.number(-offset)) }
  }

  /// The expression with the brackets of a symbol resolved at a point, where that gives a number.
  private func settled(_ e: Expr, _ symbol: Expr, _ point: Expr, _ store: ExpressionStore) -> Expr {
    guard store.contains(e, symbol) else { return e }
    if store.isBracket(e) {
      let value = store.substitute(store.operand(e, at: 1), [(symbol, point)])
      return store.isNumber(value) ? (value == store.zero ? store.one : store.zero) : e
    }
    return store.mapOperands(e) { settled($0, symbol, point, store) }
  }
}

extension ExpressionStore {
  /// The first bracket inside an expression that means the same outside: not one with the index of a sum around it.
  fileprivate func bracket(in e: Expr) -> Expr? {
    if isBracket(e) || indicatedCondition(e) != nil { return e }
    let index = boundIndex(e)
    return operands(e).firstValue { operand in
      bracket(in: operand).flatMap { found in index.map { contains(found, $0) } == true ? nil : found }
    }
  }
}
