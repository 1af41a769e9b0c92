internal import Calculus
internal import Expressions

/// Densities of one variable that a change of variable brings to a kernel of a table.
public struct KernelRouteKind: ExpectationRouteKind {
  private let table: [Kernel]

  /// Creates the kind over a table of kernels.
  public init(_ table: [Kernel] = Kernel.standard) {
    self.table = table
  }

  /// The route with the first substitution and kernel that fit.
  public func prepared(for setting: DensitySetting) -> (any ExpectationRoute)? {
    guard setting.observed.count == 1, let observed = setting.observed.first else { return nil }
    let store = setting.store
    let u = setting.freshVariable(["u", "v", "w", "y", "z"])
    var inner = setting.assumptions
    let kernels = KernelCache(table, setting.simplifier, u)
    for kind in standardSubstitutions {
      for substitution in kind.candidates(for: observed, of: setting, to: u) {
        inner = setting.assumptions
        inner.assume(.membership(u, substitution.image))
        let simplifier = setting.simplifier.assuming(inner)
        let weight = simplifier.expanded(
          simplifier.expandedLogarithms(
            store.sum([
              store.substitute(setting.logDensity, [(observed.variable, substitution.inverse)]),
              substitution.logJacobian,
            ])))
        for kernel in kernels.all {
          guard let range = kernel.rangeBindings(to: substitution.image, store),
            let bindings = kernel.shapeBindings(weight, range: range, simplifier),
            let (parameters, constant) = kernel.match(weight, range: bindings, simplifier)
          else { continue }
          let match = KernelMatch(
            substitution: substitution, kernel: kernel, rangeBindings: bindings, parameters: parameters,
            constant: constant)
          let base = match.conditions(at: parameters, store)
          guard base.allSatisfy({ setting.holds($0) == .yes }) else { continue }
          return KernelRoute(setting, observed.variable, match, simplifier)
        }
      }
    }
    return nil
  }
}

/// The kernels of the table compiled for one store.
struct KernelCache {
  let all: [CompiledKernel]

  init(_ table: [Kernel], _ simplifier: Simplifier, _ variable: Expr) {
    all = table.compactMap {
      CompiledKernel($0, in: simplifier.store, simplifier: simplifier, variable: variable)
    }
  }
}
