public import Expressions
internal import Syntax

/// The formulas of a function definition as expressions of one store, parsed when first needed.
public final class FunctionFormulas {
  private let store: ExpressionStore
  private var derivatives: [FunctionID: [Expr?]] = [:]
  private var parameterSymbols: [FunctionID: [Expr]] = [:]

  /// Creates an empty cache for a store.
  public init(_ store: ExpressionStore) {
    self.store = store
  }

  /// The partial derivative of a call by its argument at a position, or nil where the derivative has no name.
  public func partialDerivative(of call: Expr, at position: Int) -> Expr? {
    guard let id = store.functionID(call), let template = templates(id)[position] else { return nil }
    return instantiated(template, for: id, arguments: store.operands(call))
  }

  /// A formula in the function's parameter names, applied to arguments.
  public func instantiated(_ template: Expr, for id: FunctionID, arguments: [Expr]) -> Expr {
    store.substitute(template, Array(zip(symbols(id), arguments)))
  }

  /// The symbols that stand for the parameters in a function's formulas.
  public func symbols(_ id: FunctionID) -> [Expr] {
    if let known = parameterSymbols[id] { return known }
    let made = store.functions[id].parameters.map { store.symbol($0) }
    parameterSymbols[id] = made
    return made
  }

  private func templates(_ id: FunctionID) -> [Expr?] {
    if let known = derivatives[id] { return known }
    let made = store.functions[id].derivative.map { text -> Expr? in
      text.isEmpty ? nil : try? store.parse(text)
    }
    derivatives[id] = made
    return made
  }
}
