public import Expressions
internal import Syntax

/// The formulas of the function table as expressions of one store, parsed when first needed.
public final class FunctionFormulas {
  let store: ExpressionStore
  private var derivatives: [FunctionID: [Expr?]] = [:]
  private var parameterSymbols: [FunctionID: [Expr]] = [:]
  var texts: [FunctionID: FunctionTexts] = [:]
  private var antilogarithms: [FunctionID: FunctionID]?

  /// Creates an empty cache for a store.
  public init(_ store: ExpressionStore) {
    self.store = store
  }

  /// The partial derivative of a call by its argument at a position, or nil where the derivative has no name.
  public func partialDerivative(of call: Expr, at position: Int) -> Expr? {
    guard let id = store.functionID(call), let template = derivativeTemplates(id)[position] else { return nil }
    return instantiated(template, for: call)
  }

  /// A formula in the parameter names of the called function, applied to the call's arguments.
  func instantiated(_ template: Expr, for call: Expr) -> Expr {
    guard let id = store.functionID(call) else { return template }
    return store.substitute(template, Array(zip(symbols(id), store.operands(call))))
  }

  /// The symbols that stand for the parameters in a function's formulas.
  func symbols(_ id: FunctionID) -> [Expr] {
    if let known = parameterSymbols[id] { return known }
    let made = store.functions[id].parameters.map { store.symbol($0) }
    parameterSymbols[id] = made
    return made
  }

  /// The function g for which log(g) is listed as this call's function alone, applied to the same arguments.
  func antilogarithm(of call: Expr) -> Expr? {
    guard let id = store.functionID(call) else { return nil }
    if antilogarithms == nil { antilogarithms = antilogarithmTable() }
    return antilogarithms?[id].map { store.call($0, store.operands(call)) }
  }

  private func antilogarithmTable() -> [FunctionID: FunctionID] {
    var table: [FunctionID: FunctionID] = [:]
    for definition in store.functions.definitions {
      guard let text = definition.logarithm, let id = store.functions.function(named: definition.name),
        let formula = try? store.parse(text), let inner = store.functionID(formula),
        store.operands(formula) == symbols(id), table[inner] == nil
      else { continue }
      table[inner] = id
    }
    return table
  }

  private func derivativeTemplates(_ id: FunctionID) -> [Expr?] {
    if let known = derivatives[id] { return known }
    let made = store.functions[id].derivative.map { text -> Expr? in
      text.isEmpty ? nil : try? store.parse(text)
    }
    derivatives[id] = made
    return made
  }
}
