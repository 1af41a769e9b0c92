public import Expressions

extension DensitySetting {
  /// Whether a function divides by something, of those that matter, that is not known to be different from 0 everywhere.
  public func mayDivideByZero(_ g: Expr, _ matters: (Expr) -> Bool) -> Bool {
    store.subexpressions(of: g).contains { part in
      guard store.op(part) == .power, let exponent = store.numberValue(store.operand(part, at: 1)),
        exponent.signum < 0
      else { return false }
      let base = store.operand(part, at: 0)
      return matters(base) && assumptions.isNonzero(base) != .yes
    }
  }
}
