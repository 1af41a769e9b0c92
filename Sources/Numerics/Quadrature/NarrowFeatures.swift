internal import Multiprecision

/// What a converged rule has missed: integrands that rise or fall next to a landmark, nearer to it than any node.
///
/// A rule sees nothing between its nodes, and two levels agree on that. Of a function that it resolves, the differences from
/// the value at a landmark fall with the distance, by four where that does. Where they stay as they are, something stands at
/// the landmark alone, and its integral is about the difference times the distance down to which that is so. Only extreme
/// numbers make widths that differ so much, and without them nothing is looked at again.
struct NarrowFeatures {
  /// What stands at one landmark, by the exponents of its integrals; `Int.min` for nothing.
  private struct Feature {
    let landmark: Double
    let exponents: [Int]
  }

  private let evaluator: PieceEvaluator
  private let bits: Int
  private let features: [Feature]

  /// Distances from a landmark start at an eighth of that between nodes, where a resolved function is nearly a line.
  private static let distanceCount = 26

  /// - Parameter rule: has converged.
  init(_ rule: TrapezoidalRule) throws {
    let (evaluator, map) = (rule.evaluator, rule.map)
    let spacing = rule.finestStep * rule.map.width.value * (map.isAlgebraic ? map.scale : 1)
    let distances = (0..<Self.distanceCount).map { spacing * Double.powerOfTwo(-3 - 2 * $0) }
    evaluator.origin = map.origin
    (self.evaluator, bits) = (evaluator, rule.bits)
    features = try evaluator.landmarks.map { landmark in
      Feature(landmark: landmark, exponents: try Self.exponents(evaluator, landmark, distances))
    }
  }

  private static func exponents(
    _ evaluator: PieceEvaluator, _ landmark: Double, _ distances: [Double]
  ) throws -> [Int] {
    let (center, slopeExponent) = try evaluator.terms(at: landmark)
    var found = Array(repeating: Int.min, count: center.count)
    var before = Array(repeating: Int.max, count: center.count)
    for distance in distances {
      let sides = [landmark - distance, landmark + distance].filter { $0 != landmark }
      if sides.isEmpty { break }
      let values = try sides.map { try evaluator.terms(at: $0).terms }
      for entry in center.indices {
        let difference = values.map { ($0[entry] - center[entry]).exponent }.max() ?? Int.min
        guard difference != Int.max else { continue }
        if difference > Int.min, difference >= before[entry] {
          found[entry] = max(found[entry], difference + Int(distance.exponent) + 1 + slopeExponent)
        }
        before[entry] = difference
      }
    }
    return found
  }

  /// Where to cut the piece, so that nodes crowd at each feature that matters to an outcome.
  func cuts(_ outcomes: [PieceOutcome]) -> [Cut] {
    let missed = features.filter { feature in zip(outcomes, feature.exponents).contains(where: matters) }
    return missed.map(\.landmark).sorted().removingRepeats().compactMap { evaluator.cut(at: $0) }
  }

  /// The outcomes, of which those that miss something are marked as not known.
  func marked(_ outcomes: [PieceOutcome]) -> [PieceOutcome] {
    outcomes.indices.map { entry in
      let missed = features.map(\.exponents[entry]).filter { matters(outcomes[entry], $0) }.max()
      return missed.map { outcomes[entry].unknown(exponent: $0 + 4) } ?? outcomes[entry]
    }
  }

  private func matters(_ outcome: PieceOutcome, _ missed: Int) -> Bool {
    guard outcome.status == .converged, missed > Int.min else { return false }
    return outcome.scale.isZero || missed > outcome.scale.exponent - bits
  }
}
