import Calculus
import Expressions
import Multiprecision
import Numerics

/// A fully connected network with tanh units, linear at the end, and the log-likelihood of one observation under it.
///
/// log L = -(y - f(x1, ..., x4; w))^2 / 2, up to a constant.
struct TanhNetwork {
  static let layers = [4, 8, 8, 1]

  let store = ExpressionStore()
  let weights: [Expr]
  let inputs: [Expr]
  let target: Expr

  init() {
    weights = Self.weightNames.map(store.symbol)
    inputs = (1...Self.layers[0]).map { [store] in store.symbol("x\($0)") }
    target = store.symbol("y")
  }

  /// The weights of each unit, then its bias, unit by unit and layer by layer.
  static var weightNames: [String] {
    zip(layers, layers.dropFirst()).enumerated().flatMap { layer, sizes in
      (0..<sizes.1).flatMap { unit in
        (0..<sizes.0).map { "w\(layer + 1)_\(unit)_\($0)" } + ["b\(layer + 1)_\(unit)"]
      }
    }
  }

  func logLikelihood() -> Expr {
    var values = inputs
    var unused = weights[...]
    for (layer, size) in Self.layers.enumerated().dropFirst() {
      let sums = (0..<size).map { _ in
        let terms = values.map { store.product([unused.removeFirst(), $0]) }
        return store.sum(terms + [unused.removeFirst()])
      }
      let isLast = layer == Self.layers.count - 1
      values = isLast ? sums : sums.map { store.call("tanh", [$0]) }
    }
    let residual = store.difference(target, values[0])
    return store.product([store.number(Rational(-1, 2)), store.square(residual)])
  }

  /// Builds the log-likelihood and differentiates it twice: the work that is measured.
  func hessian() throws -> [[Expr]] {
    let differentiation = Differentiation(store)
    let gradient = try differentiation.gradient(of: logLikelihood(), by: weights)
    return try differentiation.hessian(ofGradient: gradient, by: weights)
  }

  /// The point at which two programs are compared: exact binary fractions for the weights, the inputs and the target.
  var point: [Double] {
    weights.indices.map { Double((37 * $0 + 11) % 64 - 32) / 64 } + [0.5, -0.25, 0.75, -1.0] + [0.375]
  }

  /// The lower triangle of a Hessian at that point, row by row.
  func values(of hessian: [[Expr]]) throws -> [Double] {
    let triangle = hessian.enumerated().flatMap { row, entries in entries[...row] }
    var compiler = TapeCompiler(store, parameters: weights + inputs + [target], variables: [])
    let tape = try compiler.compile(triangle)
    var machine = DoubleMachine(tape)
    machine.bind(parameters: point)
    machine.run(variables: [])
    return triangle.indices.map { machine.output($0) }
  }
}
