internal import Calculus
internal import Expressions

/// A density brought to a kernel: `logDensity + logJacobian = constant + kernel's log-integrand`.
struct KernelMatch {
  let kernel: CompiledKernel
  let rangeBindings: [(Expr, Expr)]
  let parameters: [Expr]
  let constant: Expr

  /// The kernel's log-integral with values for its parameters.
  func logIntegral(at values: [Expr], _ store: ExpressionStore) -> Expr {
    substituted(kernel.logIntegral, values, store)
  }

  /// A formula in the kernel's parameters with values for them.
  func substituted(_ formula: Expr, _ values: [Expr], _ store: ExpressionStore) -> Expr {
    store.substitute(formula, Array(zip(kernel.parameters, values)) + rangeBindings)
  }

  /// The kernel's conditions with values for its parameters.
  func conditions(at values: [Expr], _ store: ExpressionStore) -> [Condition] {
    let replacements = Array(zip(kernel.parameters, values)) + rangeBindings
    return kernel.conditions.map { $0.substituting(replacements, in: store) }
  }
}
