extension ExpressionStore {
  /// Whether an expression is the bracket `0^e`, which is 1 where e = 0 and else 0; `0^(-1)` is none.
  public func isBracket(_ e: Expr) -> Bool {
    op(e) == .power && operand(e, at: 0) == zero && !isNumber(operand(e, at: 1))
  }

  /// The condition that a bracket stands for, `x = 1` for `0^(x - 1)`, or nil for another power.
  public func bracketCondition(base: Expr, exponent: Expr) -> Condition? {
    guard base == zero, !isNumber(exponent) else { return nil }
    var left: [Expr] = []
    var right: [Expr] = []
    for term in terms(exponent) {
      if isNumber(term) || coefficientAndRest(term).0.signum < 0 {
        right.append(negated(term))
      } else {
        left.append(term)
      }
    }
    return .relation(sum(left), .equal, sum(right))
  }

  /// The condition of a bracket such as `[x > 0]`, which is 1 where it holds and else 0; nil for any other expression.
  public func indicatedCondition(_ e: Expr) -> Condition? {
    function(e).flatMap { indicatedCondition($0, operands(e)) }
  }

  /// The condition of a bracket as a person would write it: `x > m` rather than `x - m > 0`.
  public func statedCondition(_ e: Expr) -> Condition? {
    guard case .relation(let margin, let relation, let bound)? = indicatedCondition(e) else { return nil }
    guard op(margin) == .sum else { return .relation(margin, relation, bound) }
    let negative = terms(margin).filter { coefficientAndRest($0).0.signum < 0 }
    let left = difference(margin, sum(negative))
    let right = difference(bound, sum(negative))
    return isNumber(left) ? .relation(right, relation.mirrored, left) : .relation(left, relation, right)
  }

  /// The bracket `[a > b]`, or that of another inequality; nil for an equation, whose bracket is a power of 0.
  public func bracket(_ a: Expr, _ relation: Relation, _ b: Expr) -> Expr? {
    switch relation {
    case .less, .lessOrEqual: return bracket(b, relation.mirrored, a)
    case .equal, .notEqual: return nil
    case .greater, .greaterOrEqual:
      let margin = b == zero ? a : difference(a, b)
      let wanted = Condition.relation(margin, relation, zero)
      return functions.definitions.first { indicatedCondition($0, [margin]) == wanted }.map { call($0.name, [margin]) }
    }
  }

  /// The bracket that is 1 where another is 0: `[x <= 0]` for `[x > 0]`, `1 - 0^x` for `0^x`; nil for anything else.
  public func complementaryBracket(_ e: Expr) -> Expr? {
    if case .relation(let a, let relation, let b)? = indicatedCondition(e) { return bracket(a, relation.negation, b) }
    let equation = op(e) == .sum ? difference(one, e) : e
    guard op(equation) == .power, baseAndExponent(equation).0 == zero else { return nil }
    return equation == e ? difference(one, e) : equation
  }

  private func indicatedCondition(_ definition: FunctionDefinition, _ arguments: [Expr]) -> Condition? {
    guard let text = definition.indicates else { return nil }
    return DomainText.conditions(text, parameters: definition.parameters, arguments: arguments, in: self)?.first
  }
}
