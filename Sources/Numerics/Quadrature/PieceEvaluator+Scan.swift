internal import Multiprecision

extension PieceEvaluator {
  /// The log-density at the coordinate `u` of the bare piece, relative to a zero of one's choice, with the
  /// coordinate's derivative: what a scan for the peak looks at.
  ///
  /// On a line `u` is the variable, less the landmark that is the origin; on a half-line the logarithm of the distance
  /// from the end, on a finite piece the logarithm of the ratio of the two distances.
  func logDensity(_ u: Double) -> Double { roughLogDensity(u) ?? exactLogDensity(u) }

  /// The same in machine arithmetic; nil where that does not resolve it.
  private func roughLogDensity(_ u: Double) -> Double? {
    switch shape {
    case .line: return origin == nil ? sides[0].roughLogDensity(at: ScanMachine.Node(value: u)) : nil
    case .aboveLower, .belowUpper:
      let node = ScanMachine.Node(value: u.exponential, logarithm: u)
      return sides[0].roughLogDensity(at: node).map { $0 + u }
    case .between:
      if roughLength == nil { roughLength = pieceLength?.doubleValue }
      guard let length = roughLength else { return nil }
      let ratio = (-u.magnitude).exponential
      let (distance, rest) = (length * ratio / (1 + ratio), length / (1 + ratio))
      let node = ScanMachine.Node(
        value: distance, logarithm: distance.naturalLogarithm, rest: rest, restLogarithm: rest.naturalLogarithm)
      return sides[u < 0 ? 0 : 1].roughLogDensity(at: node).map { $0 - u.magnitude - 2 * (1 + ratio).naturalLogarithm }
    }
  }

  /// The same with all bits of the evaluator.
  private func exactLogDensity(_ u: Double) -> Double {
    let jacobian = placeForScan(at: u)
    return sides[active].relativeLogDensity() + jacobian
  }

  /// The entries at the coordinate `u`, with the binary exponent of the coordinate's derivative.
  func terms(at u: Double) throws -> (terms: [Real], slopeExponent: Int) {
    let slopeExponent = Int(placeForScan(at: u) / 0.693_147) + (pieceLength?.exponent ?? 0)
    return (try sides[active].terms(from: desk, factor: nil), slopeExponent)
  }

  /// How far from an end of the piece the coordinate `u` lies, and from which; on a line the variable itself.
  func distanceForScan(at u: Double) -> (distance: Double, isFromUpper: Bool) {
    _ = placeForScan(at: u)
    return (desk.double(Place.variable), shape == .belowUpper || active == 1)
  }

  /// Gives the variable its value at the coordinate `u`; returns the logarithm of the coordinate's derivative, up to a
  /// constant.
  private func placeForScan(at u: Double) -> Double {
    var jacobian = 0.0
    active = 0
    switch shape {
    case .line:
      desk.set(Place.variable, u)
      if origin != nil {
        desk.set(Place.work, originValue(origin))
        desk.add(Place.variable, Place.variable, Place.work)
      }
    case .aboveLower, .belowUpper:
      desk.set(Place.logarithm, u)
      desk.exp(Place.variable, Place.logarithm)
      jacobian = u
    case .between:
      active = u < 0 ? 0 : 1
      jacobian = placeInsideForScan(u)
    }
    handOver()
    return jacobian
  }

  /// Makes the value at a coordinate the zero of `logDensity(_:)`.
  func recenter(at u: Double) {
    _ = exactLogDensity(u)
    let value = sides[active].lastLogDensity
    guard value.isFinite else { return }
    for side in sides { side.reference = value }
  }

  /// The zero of `logDensity(_:)`.
  var reference: Real { sides[0].reference }

  /// Places the node between the ends and returns the logarithm of the derivative, up to a constant.
  private func placeInsideForScan(_ u: Double) -> Double {
    placeLength()
    desk.set(Place.work, -u.magnitude)
    desk.exp(Place.work, Place.work)
    desk.add(Place.other, Place.work, integer: 1)
    desk.divide(Place.work, Place.work, Place.other)
    desk.multiply(Place.variable, Place.length, Place.work)
    desk.divide(Place.rest, Place.length, Place.other)
    if program.needsLogarithms {
      desk.log(Place.logarithm, Place.variable)
      desk.log(Place.restLogarithm, Place.rest)
    }
    let growth = desk.double(Place.other)
    return -u.magnitude - 2 * growth.naturalLogarithm
  }
}
