internal import Expressions

extension Differentiation {
  /// Carries out an inert derivative: `diff(f, s)` becomes the partial derivative of f by s.
  ///
  /// Where that derivative has no name it is inert already, and nothing is left to do.
  public var rule: Rule {
    Rule(id: "differentiate", sentence: "by differentiation") { e in
      guard let (function, symbol) = store.inertDerivative(e),
        let result = try? gradient(of: function, by: [symbol]), result[0] != e
      else { return nil }
      return Rewriting(result[0])
    }
  }
}
