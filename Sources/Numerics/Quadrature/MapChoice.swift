/// Chooses the coordinate map of a piece from scans of its log-density.
struct MapChoice {
  private let evaluator: PieceEvaluator
  private let depth: Double

  /// A drop slower than distance to this power is that of an algebraic tail.
  private static let algebraicPower = 0.45
  /// A drop faster than distance to this power needs no stretching.
  private static let fastPower = 1.45

  /// - Parameters:
  ///   - evaluator: of low precision, at the parameter point.
  ///   - depth: how many units of log-density below the peak the rule has to reach.
  init(_ evaluator: PieceEvaluator, depth: Double) {
    self.evaluator = evaluator
    self.depth = depth
  }

  func map() -> CoordinateMap {
    evaluator.shape == .line ? lineMap() : endMap()
  }

  /// A half-line or a finite piece, in the logarithm of the distance or of the ratio of distances.
  private func endMap() -> CoordinateMap {
    let scan = PeakScan(
      start: Self.logarithmicStart, depth: depth, farthest: 0x1p20, recenter: evaluator.recenter(at:)
    ) { evaluator.logDensity($0) }
    var map = CoordinateMap(scan, isFast: Self.isFast)
    map.scale = scan.center.exponential
    map.center = 0
    // Where v is algebraic at both ends, singularities lie at a distance of pi from the line of log v.
    if map.stretch == .both { map.width = RoundWidth(min(map.width.value, Self.widestLogarithmic)) }
    return map
  }

  private func lineMap() -> CoordinateMap {
    let scan = PeakScan(
      start: Self.lineStart, depth: depth, farthest: 0x1p100, recenter: evaluator.recenter(at:)
    ) { evaluator.logDensity($0) }
    let isAlgebraic = [scan.below, scan.above].contains { $0.power < Self.algebraicPower }
    guard isAlgebraic else { return CoordinateMap(scan, isFast: Self.isFast) }
    let scale = min(scan.below.width, scan.above.width)
    let bent = PeakScan(
      start: [-0.125, 0, 0.125], depth: depth, farthest: 0x1p20, recenter: { _ in }
    ) { u in
      evaluator.logDensity(scan.center + scale * u.hyperbolicSine) + u.hyperbolicCosine.naturalLogarithm
    }
    var map = CoordinateMap(bent, isFast: Self.isFast)
    map.isAlgebraic = true
    map.center = scan.center
    map.scale = scale
    return map
  }

  private static let widestLogarithmic = 1.0

  private static func isFast(_ side: PeakScan.Side) -> Bool { side.power > fastPower && side.isDeep }

  private static let logarithmicStart = (-16...16).map { Double($0) * 4 }
  private static let lineStart: [Double] = {
    let powers = stride(from: -20, through: 40, by: 2).map { Double.powerOfTwo($0) }
    return powers.reversed().map { -$0 } + [0] + powers
  }()
}

extension CoordinateMap {
  /// The map that suits a scanned peak, centred on it along a line.
  init(_ scan: PeakScan, isFast: (PeakScan.Side) -> Bool) {
    self.init()
    center = scan.center
    stretch = Stretch(below: !isFast(scan.below), above: !isFast(scan.above))
    var width = min(scan.below.width, scan.above.width)
    // On a fast side the drop grows e-fold over reach/power: no node distance may be wider than that.
    for side in [scan.below, scan.above] where isFast(side) { width = min(width, side.reach / side.power) }
    self.width = RoundWidth(width)
    isGaussian = max(scan.below.power, scan.above.power) < 2.6
    // At half of the reach the depth was not reached yet.
    reachBelow = scan.below.reach / 2
    reachAbove = scan.above.reach / 2
  }
}
