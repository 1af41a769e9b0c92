internal import Multiprecision

/// What is assumed of the symbols of a problem, and what follows from it about signs and integrality.
///
/// Every answer other than `unknown` is proved: from the domains of the symbols, the table's signs and monotonicity of
/// functions, and non-negative combinations of the assumed inequalities and of their products in pairs. An expression
/// that may fail to be a real number is neither positive nor negative.
public struct Assumptions {
  /// The store whose expressions are spoken of.
  public let store: ExpressionStore
  /// What was assumed, in order.
  public private(set) var conditions: [Condition] = []
  var analysis: SignAnalysis

  /// Assumes nothing: every symbol is real.
  public init(_ store: ExpressionStore) {
    self.store = store
    analysis = SignAnalysis(store: store)
  }

  /// Assumes a condition besides those assumed before.
  public mutating func assume(_ condition: Condition) { assume([condition]) }

  /// Assumes several conditions besides those assumed before.
  public mutating func assume(_ more: [Condition]) {
    let new = more.filter { !conditions.contains($0) }
    if new.isEmpty { return }
    conditions += new
    analysis = AssumptionReader(store: store, conditions: conditions).analysis()
  }

  /// The assumptions with further conditions.
  public func assuming(_ more: [Condition]) -> Assumptions {
    var result = self
    result.assume(more)
    return result
  }

  /// The set that a symbol ranges over by the conditions on it alone; the reals where there are none.
  public func domain(of symbol: Expr) -> NumberSet { analysis.domains[symbol] ?? .reals }

  /// Whether an expression is positive.
  public func isPositive(_ e: Expr) -> Truth { analysis.signs(e).liesIn(.positive) }

  /// Whether an expression is negative.
  public func isNegative(_ e: Expr) -> Truth { analysis.signs(e).liesIn(.negative) }

  /// Whether an expression is positive or zero.
  public func isNonnegative(_ e: Expr) -> Truth { analysis.signs(e).liesIn(.nonnegative) }

  /// Whether an expression is negative or zero.
  public func isNonpositive(_ e: Expr) -> Truth { analysis.signs(e).liesIn(.nonpositive) }

  /// Whether an expression vanishes identically.
  public func isZero(_ e: Expr) -> Truth { analysis.signs(e).liesIn(.zero) }

  /// Whether an expression is real and vanishes nowhere.
  public func isNonzero(_ e: Expr) -> Truth { analysis.signs(e).liesIn(.nonzero) }

  /// Whether an expression takes integer values only.
  public func isInteger(_ e: Expr) -> Truth { analysis.isInteger(e) }

  /// Whether an expression is a finite real number.
  public func isReal(_ e: Expr) -> Truth { analysis.isReal(e) }

  /// Whether a condition follows from the assumptions (yes), contradicts them (no), or neither is proved.
  public func holds(_ condition: Condition) -> Truth { analysis.holds(condition) }

  /// Whether it is proved that no point satisfies all assumptions.
  public var isContradictory: Bool { analysis.isContradictory }
}
