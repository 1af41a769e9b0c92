internal import Multiprecision

/// What kind of values a sample point takes, so that a few points together probe a whole domain.
public enum SamplePattern: Int, Sendable, CaseIterable {
  /// Simple fractions of moderate size, for display.
  case typical
  /// Small scales and negative locations, near the lower ends of intervals.
  case small
  /// Large scales, near the upper ends of intervals.
  case large
  /// Integers, where shifted functions cancel and exponents become special.
  case integral
  /// Small and large values side by side, signs the other way round.
  case mixed

  /// Distances from the end of a half-line.
  var distances: [Rational] {
    switch self {
    case .typical: Self.fractions([(5, 2), (3, 2), (7, 3), (4, 3), (7, 4), (9, 4), (8, 5), (11, 5)])
    case .small: Self.fractions([(2, 5), (1, 3), (3, 7), (1, 4), (2, 7), (3, 8), (2, 9), (4, 9)])
    case .large: Self.fractions([(17, 2), (23, 3), (29, 4), (31, 3), (37, 5), (19, 2), (25, 3), (33, 4)])
    case .integral: Self.fractions([(2, 1), (1, 1), (3, 1), (4, 1), (5, 1), (6, 1), (7, 1), (8, 1)])
    case .mixed: Self.fractions([(1, 5), (13, 2), (2, 3), (11, 3), (3, 5), (15, 4), (1, 6), (27, 5)])
    }
  }

  /// Relative positions within a bounded interval.
  var positions: [Rational] {
    switch self {
    case .typical: Self.fractions([(2, 5), (1, 3), (3, 7), (1, 4), (3, 8), (4, 9), (2, 7), (5, 11)])
    case .small: Self.fractions([(1, 7), (1, 6), (1, 8), (1, 5), (1, 9), (2, 11), (1, 10), (2, 13)])
    case .large: Self.fractions([(6, 7), (5, 6), (7, 8), (4, 5), (8, 9), (9, 11), (9, 10), (11, 13)])
    case .integral: Self.fractions([(1, 2), (1, 3), (1, 4), (2, 3), (3, 4), (1, 5), (2, 5), (3, 5)])
    case .mixed: Self.fractions([(2, 3), (1, 11), (4, 7), (3, 13), (5, 8), (2, 15), (7, 11), (1, 12)])
    }
  }

  /// Values on the whole line.
  var values: [Rational] {
    let magnitudes =
      switch self {
      case .typical: Self.fractions([(3, 4), (4, 3), (2, 3), (5, 4), (3, 5), (7, 5), (4, 5), (6, 5)])
      default: distances
      }
    return magnitudes.enumerated().map { index, magnitude in isNegative(at: index) ? -magnitude : magnitude }
  }

  /// Steps from the end of a lattice.
  var steps: [Int] {
    switch self {
    case .typical: [4, 3, 5, 2, 6]
    case .small: [1, 0, 2, 3]
    case .large: [9, 7, 10, 8]
    case .integral: [2, 1, 0, 3]
    case .mixed: [6, 2, 5, 1]
    }
  }

  /// The signs of locations alternate differently from pattern to pattern, so that pairs meet in all four cells.
  private func isNegative(at index: Int) -> Bool {
    switch self {
    case .typical, .large: false
    case .small: true
    case .integral: index.isMultiple(of: 2)
    case .mixed: !index.isMultiple(of: 2)
    }
  }

  private static func fractions(_ parts: [(Int, Int)]) -> [Rational] { parts.map { Rational($0.0, $0.1) } }
}
