internal import Multiprecision

/// Looks for what a converged rule has missed: integrands that are large only next to a landmark, nearer than any node.
///
/// A rule sees nothing between its nodes, and two levels agree on that. Next to each landmark, distances from it fall from
/// half of that between nodes by powers of 8; an integrand times the distance is about what the integral has from there.
/// Where that is more than a part of all that the rule has found, the integral is not known. Only extreme numbers make
/// widths that differ so much, and without them nothing is looked at again.
struct NarrowFeatures {
  private let evaluator: PieceEvaluator
  private let map: CoordinateMap
  private let distances: [Double]

  /// A share of two to minus this of an integral is more than a smooth integrand has within the largest distance.
  private static let shareExponent = 2

  /// - Parameter rule: has converged.
  init(_ rule: TrapezoidalRule) {
    (evaluator, map) = (rule.evaluator, rule.map)
    let spacing = rule.finestStep * rule.map.width.value * (rule.map.isAlgebraic ? rule.map.scale : 1)
    distances = (0...17).map { spacing * Double.powerOfTwo(-1 - 3 * $0) }
  }

  /// The outcomes, of which those that miss something are marked as not known.
  func marked(_ outcomes: [PieceOutcome]) throws -> [PieceOutcome] {
    evaluator.origin = map.origin
    var missed = Array(repeating: Int.min, count: outcomes.count)
    for landmark in evaluator.landmarks {
      for distance in distances {
        for u in [landmark - distance, landmark + distance] where u != landmark {
          for (entry, exponent) in try evaluator.exponents(at: u).enumerated() where exponent != Int.min {
            missed[entry] = max(missed[entry], exponent == Int.max ? exponent : exponent + Int(distance.exponent) + 1)
          }
        }
      }
    }
    return zip(outcomes, missed).map { outcome, missed in
      let found = outcome.scale.isZero ? Int.min : outcome.scale.exponent
      guard outcome.status == .converged, missed > Int.min, missed < Int.max,
        found == Int.min || missed > found - Self.shareExponent
      else { return outcome }
      return outcome.unknown(exponent: missed + 4)
    }
  }
}
