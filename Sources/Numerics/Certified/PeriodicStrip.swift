internal import Expressions
internal import Multiprecision

/// The error of equally spaced sums of periodic integrands that are analytic in a strip.
///
/// For a period L and a modulus of at most M where `|Im x| < b`, N nodes leave at most `2 L M/(e^(2 pi b N/L) - 1)`. Source:
/// L. N. Trefethen and J. A. C. Weideman, The exponentially convergent trapezoidal rule, SIAM Review 56 (2014), theorem 3.2.
struct PeriodicStrip: TrapezoidalBound {
  private let length: Tape
  private let parameters: [Rational]
  /// The length of the period, from above.
  private let period: Double
  /// Half the strip's width, and bounds for the logarithms of the moduli of the density and the weighted integrands in it.
  private var strips: [(halfWidth: Double, logBounds: [Double])] = []

  private static let precision = 128
  /// Strips of `1.3^k` for these k, for a period of 2 pi.
  private static let sizes = -16...10

  /// Nil where the support is no period of the integrands, or no strip is found in which they are bounded.
  init?(_ program: AxisProgram, _ setting: NumericSetting) throws {
    guard case .interval(let lower?, let upper?, _) = program.frame.set,
      try program.program(Piece(lower: lower, upper: upper)).harmonics != nil,
      case .terms(let tape) = try program.pointwise()
    else { return nil }
    length = try program.length(from: lower, to: upper)
    parameters = setting.parameters
    let machine = BallMachine(length, parameters: parameters, precision: Self.precision)
    guard let (low, high) = machine.interval(length.outputSlots[0]), low > 0 else { return nil }
    period = high
    let fixed = BallMachine(tape, parameters: parameters, precision: Self.precision)
    let unit = high / (2 * Double.pi)
    for size in Self.sizes {
      let halfWidth = unit * 1.3.raised(to: Double(size))
      let strip = StripMachine(tape, halfWidth: halfWidth, parameters: fixed)
      // A wider strip has no bounds either.
      guard let weight = strip.disc(0)?.greatestReal, let integrands = strip.integrands else { break }
      strips.append((halfWidth, [weight] + integrands.map { weight + $0.bound.naturalLogarithm + 0x1p-30 }))
    }
    if strips.isEmpty { return nil }
  }

  func grid(allowed: [Int], precision: Int) -> TrapezoidalGrid? {
    let counts = strips.map { strip in
      zip(strip.logBounds, allowed).map { logBound, exponent in
        let excess = logBound + (4 * period).naturalLogarithm - Double(exponent) * 0.693_147_180_56
        return max(excess, 1) * period / (2 * .pi * strip.halfWidth) + 1
      }.max() ?? .infinity
    }
    guard let best = counts.indices.min(by: { counts[$0] < counts[$1] }),
      counts[best] < Double(TrapezoidalGrid.mostNodes)
    else { return nil }
    let count = Int(counts[best].rounded(.up))
    let machine = BallMachine(length, parameters: parameters, precision: precision)
    guard let whole = machine.outcome(length.outputSlots[0]) else { return nil }
    let step = whole.value / Real(Double(count))
    let radius = machine.radius(length.outputSlots[0]) + .powerOfTwo(step.exponent - step.precision)
    // The quotient's exponent is at least 1, so that 1 less than e^x is at least half of it.
    let decay = 2 * .pi * strips[best].halfWidth * Double(count) / period
    return TrapezoidalGrid(
      step: ProvenNumber(value: step, radius: radius), nodes: 0...(count - 1),
      errors: strips[best].logBounds.map {
        .exponential($0 + (4 * period).naturalLogarithm - decay * (1 - 0x1p-40))
      })
  }
}
