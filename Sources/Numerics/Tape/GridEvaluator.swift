public import Expressions

/// Values of expressions in one variable over a grid of machine doubles: the points of a plot.
///
/// A value is not a number outside an expression's domain, and infinite where it overflows.
public struct GridEvaluator: Sendable {
  private let tape: Tape

  /// Prepares expressions in `variable` and `parameters`.
  ///
  /// - Throws: `TapeError` if one has a function without evaluator or another symbol.
  public init(_ store: ExpressionStore, _ expressions: [Expr], variable: Expr, parameters: [Expr]) throws {
    var compiler = TapeCompiler(store, parameters: parameters, variables: [variable])
    tape = try compiler.compile(expressions)
  }

  /// For each expression, its values where the variable takes those of the grid.
  ///
  /// What depends on the parameters alone is computed once.
  public func values(over grid: [Double], parameters: [Double]) -> [[Double]] {
    var machine = DoubleMachine(tape)
    machine.bind(parameters: parameters)
    var values = Array(repeating: [Double](), count: tape.outputCount)
    for x in grid {
      machine.run(variables: [x])
      for output in values.indices { values[output].append(machine.output(output)) }
    }
    return values
  }
}
