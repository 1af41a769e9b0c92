internal import Multiprecision

extension TrapezoidalRule {
  /// Decides, for entries that are not negligible at the end of a stretched side, whether their integrals diverge there.
  ///
  /// Compares the integrand at the coordinate U of the node `end` and at U/2: beyond `u^-1`, or any slower decay, it diverges.
  mutating func judgeTails(side: Int, end: Double) throws {
    let farthest = evaluator.node(Double(side) * end).coordinate.magnitude.doubleValue
    // A multiple of 1/64, as all nodes are, so that it is the same number on every platform.
    let middle = (map.parameter(distance: farthest / 2, side: side) * 64).rounded() / 64
    let far = try density(Double(side) * end)
    let near = try density(Double(side) * middle)
    let distance = logDistance(from: middle, to: end, side: side)
    let doubtful = try growsOnlyFarOut(side: side, farthest: farthest)
    let isExponential = try fallsExponentially(side: side, farthest: farthest)
    judged += [Double(side) * end, Double(side) * middle]
    let slowest = -Self.slowestDecay * distance
    let isDensityUnresolved = isExponential[0] && !isNegligible(far[0], 0)
    for entry in tails.indices {
      guard let farLog = far[entry].log, let nearLog = near[entry].log else { continue }
      let change = farLog - nearLog
      if change > slowest {
        // What will be negligible, but beyond every node, has a tail of which nothing is known.
        let isUnresolved = isExponential[entry] || (isDensityUnresolved && change < Self.steepestPower)
        guard !isUnresolved else {
          tails[entry] = tails[entry].joined(.slow(neglected: Self.unknownExponent))
          continue
        }
        areTailsTrusted = areTailsTrusted && !doubtful[entry]
        tails[entry] = tails[entry].joined(.divergent(far[entry].sign))
        // What it grew to on this side must not make the other side look negligible.
        evaluator.forgetPeak(entry)
      } else if !isNegligible(far[entry], entry) {
        // The rest of an exponential tail is what is left times its decay length, which is below U.
        let length = Int(farthest.binaryLogarithm)
        tails[entry] = tails[entry].joined(.slow(neglected: Int(farLog.rounded(.up)) + length))
      }
    }
  }

  private func isNegligible(_ magnitude: Magnitude, _ entry: Int) -> Bool {
    let peak = evaluator.peakExponent(entry)
    return peak > Int.min && magnitude.exponent <= peak - bits - 8
  }

  private static let unknownExponent = 1 << 30
  /// What grows faster than this power of the coordinate is not taken for a power of it times the density.
  private static let steepestPower = 64.0

  /// For each entry, whether it falls like an exponential function of the coordinate, however slowly: from one doubling of
  /// the coordinate to the next, the change of its logarithm falls by twice as much. By a power of the coordinate it
  /// does not change, by powers of logarithms it changes less and less.
  private func fallsExponentially(side: Int, farthest: Double) throws -> [Bool] {
    let magnitudes = try [8.0, 4, 2, 1].map { part in
      try density(Double(side) * (map.parameter(distance: farthest / part, side: side) * 64).rounded() / 64)
    }
    return tails.indices.map { entry in
      let values = magnitudes.compactMap { $0[entry].value }
      guard values.count == magnitudes.count else { return false }
      let changes = zip(values.dropFirst(), values).map { Self.logarithm(of: $0 / $1) }
      let (first, second) = (changes[1] - changes[0], changes[2] - changes[1])
      return second < -resolvedChange && first < -resolvedChange && second < 1.5 * first
    }
  }

  /// Changes of logarithms below this may be rounding.
  private var resolvedChange: Double { Double.powerOfTwo(-evaluator.precision / 2) }

  /// An integrand that falls more slowly than this power of the coordinate has no integral.
  private static let slowestDecay = 1.02

  /// For each entry, whether it falls where a distance is still resolved next to numbers of moderate size: what grows
  /// only beyond, where `x + a` is rounded to x, grows by cancellation.
  private func growsOnlyFarOut(side: Int, farthest: Double) throws -> [Bool] {
    let isLogarithmic = evaluator.shape != .line || map.isAlgebraic
    let resolved = Double(evaluator.precision) * 0.35
    guard isLogarithmic, resolved < farthest / 4 else { return tails.map { _ in false } }
    let nodes = [resolved / 2, resolved].map { (map.parameter(distance: $0, side: side) * 64).rounded() / 64 }
    let (near, far) = (try density(Double(side) * nodes[0]), try density(Double(side) * nodes[1]))
    let distance = logDistance(from: nodes[0], to: nodes[1], side: side)
    return tails.indices.map { entry in
      guard let farLog = far[entry].log, let nearLog = near[entry].log else { return true }
      return farLog - nearLog < -2 * Self.slowestDecay * distance
    }
  }

  private struct Magnitude {
    /// The integrand by the coordinate u; nil where it vanishes.
    var value: Real?
    /// The binary logarithm of that.
    var log: Double?
    var exponent: Int
    var sign: Int
  }

  /// The magnitudes of the entries at a node, without the derivative of the stretched coordinate.
  private func density(_ t: Double) throws -> [Magnitude] {
    let derivative = evaluator.node(t).derivative
    return try evaluator.terms(t).map { term in
      guard term.isFinite, !term.isZero else { return Magnitude(exponent: Int.min, sign: 0) }
      let value = term.magnitude / derivative
      return Magnitude(
        value: value, log: Self.logarithm(of: value), exponent: term.exponent, sign: term.isNegative ? -1 : 1)
    }
  }

  /// The binary logarithm of a positive number, with the digits of a double also next to 1.
  private static func logarithm(of value: Real) -> Double {
    let excess = (value - Real.one).doubleValue
    if abs(excess) < 0x1p-30 { return excess / 0.693_147_180_559_945_3 }
    return Double(value.exponent) + mantissa(value).binaryLogarithm
  }

  /// The value scaled into [1/2, 1).
  private static func mantissa(_ value: Real) -> Double {
    var registers = Registers(count: 1, precision: 53)
    registers.set(0, value)
    registers.multiplyByPowerOfTwo(0, 0, -value.exponent)
    return registers.double(0)
  }

  /// The binary logarithm of the ratio of the coordinates of two nodes.
  private func logDistance(from near: Double, to far: Double, side: Int) -> Double {
    let coordinates = [near, far].map { evaluator.node(Double(side) * $0).coordinate.magnitude.doubleValue }
    return (coordinates[1] / coordinates[0]).binaryLogarithm
  }
}

extension TrapezoidalRule.TailState {
  var isDivergent: Bool {
    if case .divergent = self { return true }
    return false
  }

  /// The worse of two tails.
  func joined(_ other: TrapezoidalRule.TailState) -> TrapezoidalRule.TailState {
    switch (self, other) {
    case (.divergent(let a), .divergent(let b)): .divergent(a == b ? a : 0)
    case (.divergent, _): self
    case (_, .divergent): other
    case (.slow(let a), .slow(let b)): .slow(neglected: max(a, b) + 1)
    case (.slow, .decays): self
    case (.decays, .slow): other
    case (.decays, .decays): .decays
    }
  }
}
