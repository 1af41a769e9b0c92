internal import Expectation
internal import Expressions
internal import Numerics

extension IntegrationSet {
  /// The set that a variable of a given range is integrated over, cut at kinks; infinite bounds become nil.
  init(_ range: NumberSet, kinks: [Expr], in store: ExpressionStore) {
    func finite(_ bound: Expr?) -> Expr? {
      guard let bound, bound != store.infinity, bound != store.negated(store.infinity) else { return nil }
      return bound
    }
    switch range {
    case .reals: self = .interval(lower: nil, upper: nil, kinks: kinks)
    case .interval(let lower, let upper, _, _):
      self = .interval(lower: finite(lower), upper: finite(upper), kinks: kinks)
    case .finite(let points): self = .finite(points)
    case .lattice(let lower, let upper): self = .lattice(lower: finite(lower), upper: finite(upper))
    }
  }
}
