internal import Multiprecision

extension ExpressionStore {
  /// The canonical sum of any number of terms: flattened, sorted, numbers folded, like terms merged.
  public func sum(_ terms: [Expr]) -> Expr {
    if terms.count == 1 { return terms[0] }
    var constant = Rational(0)
    var like: [(rest: Expr, coefficient: Rational)] = []
    like.reserveCapacity(terms.count + 4)
    for term in terms { collect(term, constant: &constant, like: &like) }
    if like.count > 1 { mergeLikeTerms(&like) }
    if like.isEmpty { return number(constant) }
    var result: [Expr] = []
    result.reserveCapacity(like.count + 1)
    if !constant.isZero { result.append(number(constant)) }
    for (rest, coefficient) in like { result.append(scaled(rest, by: coefficient)) }
    return result.count == 1 ? result[0] : interned(.sum, result)
  }

  /// `a - b`.
  public func difference(_ a: Expr, _ b: Expr) -> Expr { sum([a, negated(b)]) }

  /// `-a`, with a numeric coefficient folded in.
  public func negated(_ a: Expr) -> Expr { product([minusOne, a]) }

  /// The opposite of an expression, that of a sum term by term: b - a for a - b.
  public func negatedTerms(_ a: Expr) -> Expr { op(a) == .sum ? sum(operands(a).map(negated)) : negated(a) }

  /// Adds `factor * term`; a numeric multiple of a sum is a nested sum, so `1 - (1 - v)` is `v`.
  private func collect(
    _ term: Expr, times factor: Rational = Rational(1), constant: inout Rational,
    like: inout [(rest: Expr, coefficient: Rational)]
  ) {
    switch operators[term.index] {
    case .number: constant = constant + factor * rationals[Int(payloads[term.index])]
    case .sum:
      for i in Int(operandStarts[term.index])..<operandEnd(term.index) {
        collect(operandArena[i], times: factor, constant: &constant, like: &like)
      }
    default:
      let (coefficient, rest) = coefficientAndRest(term)
      if operators[rest.index] == .sum {
        collect(rest, times: factor * coefficient, constant: &constant, like: &like)
      } else {
        like.append((rest, factor * coefficient))
      }
    }
  }

  private func mergeLikeTerms(_ like: inout [(rest: Expr, coefficient: Rational)]) {
    like.sort { compare($0.rest, $1.rest) < 0 }
    var merged: [(rest: Expr, coefficient: Rational)] = []
    merged.reserveCapacity(like.count)
    for term in like {
      if let last = merged.last, last.rest == term.rest {
        merged[merged.count - 1].coefficient = last.coefficient + term.coefficient
      } else {
        merged.append(term)
      }
    }
    merged.removeAll { $0.coefficient.isZero }
    like = merged
  }

  /// `coefficient * rest`, where `rest` carries no coefficient of its own.
  func scaled(_ rest: Expr, by coefficient: Rational) -> Expr {
    if coefficient.isOne { return rest }
    if coefficient.isZero { return zero }
    let leading = number(coefficient)
    return interned(.product, [leading] + factors(rest))
  }
}
