internal import Calculus
internal import Expressions

extension DensitySetting {
  /// Whether an expression holds functions of angles.
  func hasAngles(_ e: Expr) -> Bool {
    store.subexpressions(of: e).contains { store.function($0)?.quarterTurn != nil }
  }

  /// The w for which an expression depends on a variable through sines and cosines of `w*x + c` only, w not negative where
  /// its sign is known; 0 where it does not depend on it, nil where it depends otherwise.
  func angularSpeed(of e: Expr, in x: Expr) -> Expr? {
    CircularFunctions(store).flatMap { angularSpeed(of: e, in: x, $0) }
  }

  private func angularSpeed(of e: Expr, in x: Expr, _ circular: CircularFunctions) -> Expr? {
    if !store.contains(e, x) { return store.zero }
    if let angle = circular.argument(of: e) {
      guard let (slope, _) = store.affine(angle, in: x, simplifier) else { return nil }
      return assumptions.isNegative(slope) == .yes ? store.negatedTerms(slope) : slope
    }
    if e == x { return nil }
    var found = store.zero
    for operand in store.operands(e) {
      guard let speed = angularSpeed(of: operand, in: x, circular) else { return nil }
      if speed == store.zero || speed == found { continue }
      if found != store.zero { return nil }
      found = speed
    }
    return found
  }
}
