public import Expressions

/// An integrand has no finite value at a point inside the support where the density is positive, or the set is none.
public enum UndefinedIntegrand: Error, Hashable, Sendable {
  /// The log-density is not a number, or is plus infinity, where the variable has this value.
  case logDensity(variable: String, at: String)
  /// An integrand, counted from 0, is not a finite number where the variable has this value.
  case integrand(Int, variable: String, at: String)
  /// A factor of some integrand that depends on the parameters alone is not a finite number, or none that can be computed.
  case factor(Expr)
  /// A bound of the variable's set is not a number, or not an integer where an integer is needed, or out of order.
  case bounds(variable: String)

  /// Whether more bits may help: what is undefined may be the logarithm or the inverse of a difference that came to 0.
  var mayBeCancellation: Bool {
    switch self {
    case .logDensity, .integrand: true
    case .factor, .bounds: false
    }
  }
}
