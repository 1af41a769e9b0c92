internal import Calculus
internal import Expectation
internal import Expressions

/// The inert expectations and derivatives inside expressions.
enum InertCalls {
  /// The functions whose expectations occur anywhere in a derivation, outermost first.
  static func expectationArguments(in derivation: Derivation, _ store: ExpressionStore) -> [Expr] {
    let expressions = [derivation.subject] + derivation.steps.map(\.after)
    return expressions.flatMap { calls(in: $0, store) }.compactMap { store.expectationArgument($0) }
  }

  /// The inert calls of an expression that stand inside no other, each once; a sum has its terms' values.
  static func calls(in e: Expr, _ store: ExpressionStore) -> [Expr] {
    var found: [Expr] = []
    var seen: Set<Expr> = []
    func visit(_ node: Expr) {
      guard seen.insert(node).inserted else { return }
      if store.namelessDerivative(node) != nil { return }
      if let function = store.function(node), function.evaluate == nil, store.indexedSum(node) == nil {
        found.append(node)
      } else {
        store.operands(node).forEach(visit)
      }
    }
    visit(e)
    return found
  }

  /// The textbook form of an expression in which inert calls count as symbols.
  static func textbookForm(_ e: Expr, _ simplifier: Simplifier) -> Expr {
    let store = simplifier.store
    let calls = calls(in: e, store)
    let symbols = calls.indices.map { store.symbol("expectation.\($0)") }
    let form = simplifier.textbookForm(store.substitute(e, Array(zip(calls, symbols))))
    return store.substitute(form, Array(zip(symbols, calls)))
  }
}
