internal import Expressions

/// The derivatives of a log-density up to the logarithm of its mass, which has no closed form.
struct KernelDerivatives {
  let gradient: [Expr]
  /// The full symmetric matrix.
  let hessian: [[Expr]]
}
