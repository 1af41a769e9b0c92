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

extension NumberSet {
  /// The set with sub-expressions of its bounds replaced.
  public func substituting(_ replacements: [(Expr, Expr)], in store: ExpressionStore) -> NumberSet {
    func replaced(_ e: Expr?) -> Expr? { e.map { store.substitute($0, replacements) } }
    switch self {
    case .reals: return self
    case .interval(let lower, let upper, let lowerClosed, let upperClosed):
      return .interval(
        lower: replaced(lower), upper: replaced(upper), lowerClosed: lowerClosed, upperClosed: upperClosed)
    case .finite(let values): return .finite(values.map { store.substitute($0, replacements) })
    case .lattice(let lower, let upper): return .lattice(lower: replaced(lower), upper: replaced(upper))
    }
  }
}
