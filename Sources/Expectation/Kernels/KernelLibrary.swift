internal import Calculus
internal import Expressions

/// The kernels of a table compiled for one store, each for every variable that is asked for.
final class KernelLibrary {
  private let store: ExpressionStore
  private let compiled: [CompiledKernel]
  private var kernels: [Expr: [CompiledKernel]] = [:]

  init(_ table: [Kernel], _ simplifier: Simplifier) {
    store = simplifier.store
    let neutral = store.symbol("kernel.variable")
    compiled = table.compactMap { CompiledKernel($0, in: simplifier.store, simplifier: simplifier, variable: neutral) }
  }

  /// The kernels in a variable.
  func kernels(over variable: Expr) -> [CompiledKernel] {
    if let known = kernels[variable] { return known }
    let made = compiled.map { $0.over(variable, in: store) }
    kernels[variable] = made
    return made
  }

  /// What the first does for which there is an answer, of the ways in which a density's weight is a kernel's integrand under
  /// conditions that are known to hold.
  func firstValue<Value>(_ density: TransformedDensity, _ use: (KernelMatch) -> Value?) -> Value? {
    let simplifier = density.simplifier
    return kernels(over: density.variable).firstValue { kernel in
      guard let ends = kernel.rangeBindings(to: density.range, simplifier.store),
        let bindings = kernel.shapeBindings(density.weight, range: ends, simplifier),
        let (parameters, constant) = kernel.match(density.weight, range: bindings, simplifier)
      else { return nil }
      let match = KernelMatch(
        kernel: kernel, rangeBindings: bindings, parameters: parameters, constant: constant)
      let conditions = match.conditions(at: parameters, simplifier.store)
      return conditions.allSatisfy { simplifier.holds($0) == .yes } ? use(match) : nil
    }
  }

  /// The first such way.
  func firstMatch(_ density: TransformedDensity) -> KernelMatch? { firstValue(density) { $0 } }
}
