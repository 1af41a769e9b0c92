internal import Multiprecision

extension TrapezoidalRule {
  /// Decides, for entries that are not negligible at the end of a stretched side, whether their integrals diverge there.
  ///
  /// Compares the integrand at the coordinates U and U/2: beyond `u^-1`, or any slower decay, it diverges.
  mutating func judgeTails(side: Int, end: Double) {
    let middle = map.parameter(distance: Self.farthestCoordinate / 2, side: side)
    let far = density(Double(side) * end)
    let near = density(Double(side) * middle)
    for entry in tails.indices {
      guard let farLog = far[entry].log, let nearLog = near[entry].log else { continue }
      let peak = evaluator.peakExponent(entry)
      let isNegligible = peak > Int.min && far[entry].exponent <= peak - bits - 8
      let distance = Self.logDistance(from: middle, to: end, map, side)
      if farLog - nearLog > -1.02 * distance {
        tails[entry] = tails[entry].joined(.divergent(far[entry].sign))
        // What it grew to on this side must not make the other side look negligible.
        evaluator.forgetPeak(entry)
      } else if !isNegligible {
        // The rest of an exponential tail is what is left times its decay length, which is below U.
        let length = Int(Self.farthestCoordinate.binaryLogarithm)
        tails[entry] = tails[entry].joined(.slow(neglected: Int(farLog.rounded(.up)) + length))
      }
    }
  }

  private struct Magnitude {
    /// The binary logarithm of the integrand by the coordinate u; nil where it vanishes.
    var log: Double?
    var exponent: Int
    var sign: Int
  }

  /// The magnitudes of the entries at a node, without the derivative of the stretched coordinate.
  private func density(_ t: Double) -> [Magnitude] {
    let derivative = evaluator.node(t).derivative
    return evaluator.terms(t).map { term in
      guard term.isFinite, !term.isZero else { return Magnitude(log: nil, exponent: Int.min, sign: 0) }
      let ratio = term.magnitude / derivative
      let log = Double(ratio.exponent) + Self.mantissa(ratio).binaryLogarithm
      return Magnitude(log: log, exponent: term.exponent, sign: term.isNegative ? -1 : 1)
    }
  }

  /// The value scaled into [1/2, 1).
  private static func mantissa(_ value: Real) -> Double {
    var registers = Registers(count: 1, precision: 53)
    registers.set(0, value)
    registers.multiplyByPowerOfTwo(0, 0, -value.exponent)
    return registers.double(0)
  }

  /// The binary logarithm of the ratio of the coordinates of two parameters.
  private static func logDistance(from: Double, to: Double, _ map: CoordinateMap, _ side: Int) -> Double {
    map.stretch == .both ? (to.hyperbolicSine / from.hyperbolicSine).binaryLogarithm : (to - from) / 0.693_147_18
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
