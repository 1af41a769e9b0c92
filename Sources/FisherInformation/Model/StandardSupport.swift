internal import Expressions

/// The supports that are tried, in this order, where none is typed.
enum StandardSupport {
  case wholeLine, halfLine, unitInterval, binary, naturalsFromZero, naturalsFromOne, fullPeriod
  /// {0..n}, where the density counts up to n, as `binomial(n, k)` does.
  case countsUpTo(Expr)
  /// {m, m + 1, ...}, where the density counts from m on, as `binomial(k - 1, m - 1)` does.
  case countsFrom(Expr)

  /// The supports for any density.
  static let all: [StandardSupport] = [
    .wholeLine, .halfLine, .unitInterval, .binary, .naturalsFromZero, .naturalsFromOne, .fullPeriod,
  ]

  /// The supports, those first on which few evaluations tell the mass.
  static let cheapestFirst: [StandardSupport] = [
    .binary, .naturalsFromZero, .naturalsFromOne, .wholeLine, .halfLine, .unitInterval, .fullPeriod,
  ]

  /// The set in a store.
  func set(in store: ExpressionStore) -> NumberSet {
    switch self {
    case .wholeLine: .reals
    case .halfLine: .interval(lower: store.zero, upper: nil, lowerClosed: false, upperClosed: false)
    case .unitInterval: .interval(lower: store.zero, upper: store.one, lowerClosed: false, upperClosed: false)
    case .binary: .finite([store.zero, store.one])
    case .naturalsFromZero: .lattice(lower: store.zero, upper: nil)
    case .naturalsFromOne: .lattice(lower: store.one, upper: nil)
    case .fullPeriod: fullPeriod(store)
    case .countsUpTo(let last): .lattice(lower: store.zero, upper: last)
    case .countsFrom(let first): .lattice(lower: first, upper: nil)
    }
  }

  private func fullPeriod(_ store: ExpressionStore) -> NumberSet {
    guard let pi = store.functions.function(named: "pi").map({ store.call($0, []) }) else { return .reals }
    return .interval(lower: store.negated(pi), upper: pi, lowerClosed: false, upperClosed: false)
  }

  /// The condition on an observed variable, as a person would type it.
  func condition(on variable: Expr, in store: ExpressionStore) -> Condition {
    if case .halfLine = self { return .relation(variable, .greater, store.zero) }
    return .membership(variable, set(in: store))
  }
}
