internal import Calculus
internal import Expressions
internal import Syntax

/// Sine and cosine of one store.
struct CircularFunctions {
  private let store: ExpressionStore
  private let x: Expr
  private let sine: Expr
  private let cosine: Expr

  /// Looks the functions up; nil where the table lacks them.
  init?(_ store: ExpressionStore) {
    guard let sine = try? store.parse("sin(x)"), let cosine = try? store.parse("cos(x)") else { return nil }
    self.store = store
    x = store.symbol("x")
    self.sine = sine
    self.cosine = cosine
  }

  /// sin(a).
  func sine(of a: Expr) -> Expr { store.substitute(sine, [(x, a)]) }

  /// cos(a).
  func cosine(of a: Expr) -> Expr { store.substitute(cosine, [(x, a)]) }

  /// The argument of a sine or a cosine, else nil.
  func argument(of e: Expr) -> Expr? {
    guard let id = store.functionID(e), id == store.functionID(sine) || id == store.functionID(cosine) else {
      return nil
    }
    return store.operand(e, at: 0)
  }
}
