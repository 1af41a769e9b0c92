/// A set of real numbers that a symbol may range over; bounds are expressions, nil means unbounded.
public enum NumberSet: Hashable, Sendable {
  /// All real numbers.
  case reals
  /// The numbers between two bounds.
  case interval(lower: Expr?, upper: Expr?, lowerClosed: Bool, upperClosed: Bool)
  /// Finitely many listed numbers.
  case finite([Expr])
  /// The integers from a lower to an upper bound, both included.
  case lattice(lower: Expr?, upper: Expr?)

  /// Whether the set consists of isolated points.
  public var isDiscrete: Bool {
    switch self {
    case .finite, .lattice: true
    case .reals, .interval: false
    }
  }
}
