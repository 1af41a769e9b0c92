internal import Multiprecision

/// A place inside a piece at which it may be cut: at a distance from its lower or its upper end, or, on a whole line, from 0.
struct Cut: Hashable {
  let isFromUpper: Bool
  let distance: Rational
}

extension PieceEvaluator {
  /// The cut at a coordinate; nil where it is no place inside.
  func cut(at u: Double) -> Cut? {
    let place = distanceForScan(at: u)
    guard place.distance.isFinite, shape == .line || place.distance > 0,
      let distance = Rational(exactly: Real(place.distance))
    else { return nil }
    return Cut(isFromUpper: place.isFromUpper, distance: distance)
  }
}
