extension Condition {
  /// The condition with a transformation applied to each expression in it.
  public func mapExpressions(_ transform: (Expr) -> Expr) -> Condition {
    switch self {
    case .relation(let left, let relation, let right): .relation(transform(left), relation, transform(right))
    case .membership(let e, let set): .membership(transform(e), set.mapExpressions(transform))
    }
  }

  /// The expressions that the condition speaks of: both sides, or the member and the bounds of its set.
  public var expressions: [Expr] {
    switch self {
    case .relation(let left, _, let right): [left, right]
    case .membership(let e, let set): [e] + set.bounds
    }
  }

  /// The symbols that occur in the condition, in the order of its expressions.
  public func freeSymbols(in store: ExpressionStore) -> [Expr] {
    var seen: Set<Expr> = []
    return expressions.flatMap(store.freeSymbols).filter { seen.insert($0).inserted }
  }
}

extension NumberSet {
  /// The set with a transformation applied to each bound or listed number.
  public func mapExpressions(_ transform: (Expr) -> Expr) -> NumberSet {
    switch self {
    case .reals: .reals
    case .interval(let lower, let upper, let lowerClosed, let upperClosed):
      .interval(
        lower: lower.map(transform), upper: upper.map(transform), lowerClosed: lowerClosed, upperClosed: upperClosed)
    case .finite(let values): .finite(values.map(transform))
    case .lattice(let lower, let upper): .lattice(lower: lower.map(transform), upper: upper.map(transform))
    }
  }

  /// The expressions that bound or list the set.
  public var bounds: [Expr] {
    switch self {
    case .reals: []
    case .interval(let lower, let upper, _, _), .lattice(let lower, let upper): [lower, upper].compactMap { $0 }
    case .finite(let values): values
    }
  }
}
