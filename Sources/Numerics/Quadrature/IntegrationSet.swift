public import Expressions

/// The set over which one observed variable runs; bounds may contain parameters and earlier variables, nil is infinite.
public enum IntegrationSet: Hashable, Sendable {
  /// The numbers between two bounds; at a kink the integrand need not be smooth, and may be singular.
  case interval(lower: Expr?, upper: Expr?, kinks: [Expr])
  /// The integers from a lower to an upper bound, both included.
  case lattice(lower: Expr?, upper: Expr?)
  /// The listed numbers.
  case finite([Expr])
}
