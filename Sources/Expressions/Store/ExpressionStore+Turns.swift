internal import Multiprecision

extension ExpressionStore {
  /// Whether an angle is a whole multiple of pi/2.
  public func isQuarterTurns(_ angle: Expr) -> Bool {
    integerValue(quotient(multipliedOut(angle), product([half, constant("pi")]))) != nil
  }

  /// A call with the multiples of pi/2 taken out of its argument: -sin(d) for cos(pi/2 + d), which says to the last digit how
  /// small it is for a small d; nil where there is nothing to take out.
  public func withoutQuarterTurns(_ call: Expr) -> Expr? {
    guard function(call)?.quarterTurn != nil else { return nil }
    let quarter = product([half, constant("pi")])
    var turns = 0
    var rest: [Expr] = []
    for term in terms(multipliedOut(operand(call, at: 0))) {
      if let n = integerValue(quotient(term, quarter)) { turns += n } else { rest.append(term) }
    }
    guard turns != 0 else { return nil }
    // Four quarters are a whole number of periods.
    return (0..<((turns % 4 + 4) % 4)).reduce(rebuilt(call, operands: [sum(rest)])) { e, _ in quarterTurned(e) }
  }

  /// `1 - f(x)`, or `1 + f(x)` for a function that has the opposite sign half a turn on, in a form that keeps its digits where
  /// it is small; nil where there is none.
  public func complement(of call: Expr, isSum: Bool = false) -> Expr? {
    guard let form = function(call)?.complement else { return nil }
    let argument = operand(call, at: 0)
    guard isSum else { return form(self, argument) }
    return quarterTurned(quarterTurned(call)) == negated(call) ? form(self, sum([argument, constant("pi")])) : nil
  }

  /// An expression with a quarter of a turn added to the argument of every call that has a form for that.
  private func quarterTurned(_ e: Expr) -> Expr {
    if let turn = function(e)?.quarterTurn { return turn(self, operand(e, at: 0)) }
    return mapOperands(e, quarterTurned)
  }
}
