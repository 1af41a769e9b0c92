internal import Calculus
internal import Expressions

/// The kernels of a table in one store, each compiled when a density over its range is first compared with it.
final class KernelLibrary {
  private var entries: [Entry]

  /// What of one kernel was needed so far.
  private struct Entry {
    let kernel: Kernel
    private(set) lazy var range = KernelRange(kernel, in: store)
    private lazy var compiled = CompiledKernel(kernel, simplifier: simplifier)
    private var overVariables: [Expr: CompiledKernel] = [:]
    private let simplifier: Simplifier

    private var store: ExpressionStore { simplifier.store }

    init(_ kernel: Kernel, _ simplifier: Simplifier) {
      self.kernel = kernel
      self.simplifier = simplifier
    }

    mutating func over(_ variable: Expr) -> CompiledKernel? {
      if let known = overVariables[variable] { return known }
      let made = compiled?.over(variable, in: store)
      overVariables[variable] = made
      return made
    }
  }

  init(_ table: [Kernel], _ simplifier: Simplifier) {
    entries = table.map { Entry($0, simplifier) }
  }

  /// What the first does for which there is an answer, of the ways in which a density's weight is a kernel's integrand under
  /// conditions that are known to hold.
  func firstValue<Value>(_ density: TransformedDensity, _ use: (KernelMatch) -> Value?) -> Value? {
    for i in entries.indices {
      guard let match = match(i, density) else { continue }
      if let value = use(match) { return value }
    }
    return nil
  }

  /// The first such way.
  func firstMatch(_ density: TransformedDensity) -> KernelMatch? { firstValue(density) { $0 } }

  /// A kernel's match, under conditions that are known to hold.
  private func match(_ i: Int, _ density: TransformedDensity) -> KernelMatch? {
    let (simplifier, store) = (density.simplifier, density.simplifier.store)
    guard let ends = entries[i].range?.bindings(to: density.range, store),
      let kernel = entries[i].over(density.variable),
      let bindings = kernel.shapeBindings(density.weight, range: ends, simplifier),
      let (parameters, constant) = kernel.match(density.weight, range: bindings, simplifier)
    else { return nil }
    let match = KernelMatch(kernel: kernel, rangeBindings: bindings, parameters: parameters, constant: constant)
    return match.conditions(at: parameters, store).allSatisfy { simplifier.admits($0) } ? match : nil
  }
}
