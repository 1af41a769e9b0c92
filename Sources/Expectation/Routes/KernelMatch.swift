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

  /// The same for a formula that may hold derivatives without a name; nil where one of them has none at these values.
  func substituted(_ formula: Expr, _ values: [Expr], _ differentiation: Differentiation, _ store: ExpressionStore)
    -> Expr?
  {
    let bindings = Array(zip(kernel.parameters, values)) + rangeBindings
    var derivatives: [(Expr, Expr)] = []
    for inert in store.inertDerivatives(in: formula) {
      guard let value = differentiation.value(ofNameless: inert, at: bindings) else { return nil }
      derivatives.append((inert, value))
    }
    return store.substitute(formula, derivatives + bindings)
  }

  /// The kernel's conditions with values for its parameters.
  func conditions(at values: [Expr], _ store: ExpressionStore) -> [Condition] {
    let replacements = Array(zip(kernel.parameters, values)) + rangeBindings
    return kernel.conditions.map { $0.substituting(replacements, in: store) }
  }
}
