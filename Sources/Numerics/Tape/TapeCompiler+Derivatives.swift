internal import Expressions
internal import Multiprecision

extension TapeCompiler {
  /// An inert derivative by the evaluator that its function lists, times a power of the symbol's factor.
  mutating func compile(_ derivative: NamelessDerivative) throws -> Slot {
    guard let evaluator = store.function(derivative.call)?.namelessDerivatives[derivative.position] else {
      throw TapeError.functionWithoutEvaluator(store.functionName(derivative.call) ?? "")
    }
    let value = try emitCall(evaluator(derivative.order), store.operands(derivative.call))
    if derivative.factor.isOne { return value }
    return emit(.multiply, value, constant(derivative.factor.power(derivative.order)))
  }
}
