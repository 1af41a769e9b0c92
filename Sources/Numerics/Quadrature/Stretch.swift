/// The inner coordinate of a double-exponential rule: an odd-looking map of the line that leaves a tail as it is where the
/// integrand decays fast, and stretches it exponentially where the integrand decays only exponentially.
///
/// Source: H. Takahasi, M. Mori, Double exponential formulas for numerical integration, Publ. RIMS 9 (1974) 721-741.
enum Stretch: Hashable, Sendable {
  /// `t`
  case none
  /// `sinh t`
  case both
  /// `(t + 1 - exp(-t)) / 2`
  case below
  /// `(t - 1 + exp(t)) / 2`
  case above

  init(below: Bool, above: Bool) {
    self = below ? (above ? .both : .below) : (above ? .above : .none)
  }

  /// Whether the tail on a side is stretched.
  func stretches(side: Int) -> Bool {
    switch self {
    case .none: false
    case .both: true
    case .below: side < 0
    case .above: side > 0
    }
  }

  /// The stretch with the tail on a side stretched too.
  func stretching(side: Int) -> Stretch {
    Stretch(below: side < 0 || stretches(side: -1), above: side > 0 || stretches(side: 1))
  }
}
