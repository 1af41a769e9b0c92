internal import Multiprecision

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

  /// Where the log-density has no peak, or one so far away that no node comes near it.
  struct OutOfReach: Error {
    /// The side of the growth.
    let side: Int
    /// Whether no peak was seen: the density grows without bound.
    let isUnbounded: Bool

    init(_ scan: PeakScan, farthest: Double) {
      side = scan.center < 0 ? -1 : 1
      isUnbounded = !scan.isBracketed || scan.center.magnitude > farthest
    }
  }

  /// The map that suits the density.
  func map() throws(OutOfReach) -> CoordinateMap {
    evaluator.shape == .line ? try lineMap() : try endMap()
  }

  /// The map of evenly spread nodes for integrands that are periodic over the piece, if none of their features is so narrow
  /// that nodes drawn towards it do better.
  func periodic(_ map: CoordinateMap) -> CoordinateMap? {
    guard let harmonics = evaluator.program.harmonics, harmonics <= Self.mostHarmonics,
      map.width.value > Self.narrowestPeriodic
    else { return nil }
    var result = CoordinateMap()
    result.periodicNodes = 16
    while result.periodicNodes < 16 * harmonics { result.periodicNodes *= 2 }
    return result
  }

  private static let mostHarmonics = 32
  private static let narrowestPeriodic = 0.15

  /// How far out, in the logarithm of a distance, the scan's numbers can be believed: beyond, `x + a` is rounded to x and
  /// a difference of large terms to nothing.
  private var farthestLogarithm: Double { Double(evaluator.precision) * 0.35 }

  private var profile: PeakScan.Profile {
    PeakScan.Profile(recenter: evaluator.recenter(at:), value: evaluator.logDensity)
  }

  /// A half-line or a finite piece, in the logarithm of the distance or of the ratio of distances.
  private func endMap() throws(OutOfReach) -> CoordinateMap {
    let start = Self.merged(Self.logarithmicStart, evaluator.landmarks)
    let scan = PeakScan(profile, start: start, depth: depth, farthest: farthestLogarithm)
    if scan.center.magnitude > Self.farthestLogarithmicPeak { throw OutOfReach(scan, farthest: Self.largestLogarithm) }
    var map = CoordinateMap(scan, isFast: Self.isFast)
    map.center = 0
    // Where v is algebraic at both ends, singularities lie at a distance of pi from the line of log v.
    if map.stretch == .both { map.width = RoundWidth(min(map.width.value, Self.widestLogarithmic)) }
    if evaluator.shape == .between {
      // A peak that is so much farther away than it is wide is the end itself, where the density grows without bound.
      let shift = 8 * scan.center / map.width.value
      guard shift.magnitude < 0x1p50 else { throw OutOfReach(scan, farthest: 0) }
      map.shift = Int(shift.rounded())
    } else {
      map.scale = scan.center.exponential
    }
    return map
  }

  private func lineMap() throws(OutOfReach) -> CoordinateMap {
    evaluator.origin = nil
    var scan = lineScan()
    if scan.center.magnitude > scan.width * Self.resolvedRatio, let origin = evaluator.landmark(near: scan.center) {
      evaluator.origin = origin
      // Relative to the zero of the first scan, differences would be lost to rounding.
      evaluator.recenter(at: 0)
      scan = lineScan()
    }
    var map = try lineMap(scan)
    map.origin = evaluator.origin
    return map
  }

  private func lineScan() -> PeakScan {
    PeakScan(
      profile, start: Self.merged(Self.lineStart, evaluator.landmarks), depth: depth, farthest: Self.farthestOnLine)
  }

  private func lineMap(_ scan: PeakScan) throws(OutOfReach) -> CoordinateMap {
    // A peak may be as far away as the variables outside are.
    let farthest = max(Self.farthestPeak, evaluator.largestOuter * 0x1p40)
    if scan.center.magnitude > farthest { throw OutOfReach(scan, farthest: .infinity) }
    let isAlgebraic = [scan.below, scan.above].contains { $0.power < Self.algebraicPower }
    guard isAlgebraic else { return CoordinateMap(scan, isFast: Self.isFast) }
    let scale = scan.width
    let bentProfile = PeakScan.Profile(
      recenter: { _ in },
      value: { u in
        evaluator.logDensity(scan.center + scale * u.hyperbolicSine) + u.hyperbolicCosine.naturalLogarithm
      })
    let landmarks = evaluator.landmarks.map { (($0 - scan.center) / scale).inverseHyperbolicSine }
    let bent = PeakScan(
      bentProfile, start: Self.merged([-0.125, 0, 0.125], landmarks), depth: depth, farthest: farthestLogarithm)
    var map = CoordinateMap(bent, isFast: Self.isFast)
    map.isAlgebraic = true
    map.center = scan.center
    map.scale = scale
    return map
  }

  /// The logarithm of the density's integral, roughly; looks about the peak that was found last.
  func logMass() -> Real {
    let start = evaluator.lastPeak.map { last in [-8, -2, 0, 2, 8].map { last.center + $0 * last.width } }
    let isLine = evaluator.shape == .line
    evaluator.origin = nil
    let scan = PeakScan(
      profile, start: Self.merged(start ?? (isLine ? Self.lineStart : Self.logarithmicStart), evaluator.landmarks),
      depth: depth, farthest: isLine ? Self.farthestOnLine : farthestLogarithm)
    let height = evaluator.logDensity(scan.center)
    guard height.isFinite, scan.width > 0 else {
      evaluator.lastPeak = nil
      return Real(-Double.infinity)
    }
    evaluator.lastPeak = (scan.center, scan.width)
    let length = evaluator.pieceLength?.doubleValue ?? 1
    return evaluator.reference + Real(height + scan.width.naturalLogarithm + length.naturalLogarithm)
  }

  private static let widestLogarithmic = 1.0
  /// A log-density that still grows there has no peak.
  private static let farthestLogarithmicPeak = 690.0
  /// Beyond the exponential of this, the largest numbers end the growth of a density.
  private static let largestLogarithm = 0x1p20
  private static let farthestPeak = 0x1p80
  private static let farthestOnLine = 0x1p100
  /// How many times its width a peak may be away for a floating-point coordinate to resolve it well.
  private static let resolvedRatio = 0x1p30

  private static func isFast(_ side: PeakScan.Side) -> Bool { side.power > fastPower && side.isDeep }

  private static func merged(_ start: [Double], _ landmarks: [Double]) -> [Double] {
    landmarks.isEmpty ? start : (start + landmarks).sorted().removingRepeats()
  }

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
    isGaussian = max(scan.below.power, scan.above.power) < 2.6
    let fast = [scan.below, scan.above].filter(isFast)
    var width = scan.width
    if !fast.isEmpty, !(stretch == .none && isGaussian) {
      // On a fast side the drop D grows e-fold over a unit, and exp(-D) falls up to a distance of pi/2 units from the line. A
      // node distance of t may be as many units there; next to a stretched tail, where t counts half, more. The power was
      // taken between half the reach and the whole: 2^power = exp(reach/(2 unit)).
      let unit = fast.reduce(Double.infinity) { min($0, $1.reach / (2 * 0.693_147 * $1.power)) }
      width = min(Self.widestPeaks * width, stretch == .none ? unit : Self.widestUnits * unit)
    }
    self.width = RoundWidth(width)
    reachBelow = scan.below.core
    reachAbove = scan.above.core
  }

  /// At a distance of d widths from the line, a Gaussian peak is exp(d^2) times as high: with a map so many times wider a rule
  /// of 30 digits takes a tenth more bits, and half as many nodes.
  private static let widestPeaks = 2.0
  /// Two would reach just up to where the tail no longer falls.
  private static let widestUnits = 1.75
}
