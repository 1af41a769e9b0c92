internal import Expressions
internal import Multiprecision

/// The error of equally spaced sums of polynomials times a Gaussian over the whole line.
///
/// Where the integral of `|f(x + i b)|` along the line is at most M for all `|b| < a`, a step h leaves at most
/// `2 M/(e^(2 pi a/h) - 1)`; here M grows like `e^(alpha a^2)`, so that `a = pi/(alpha h)` is best. Source: L. N. Trefethen
/// and J. A. C. Weideman, The exponentially convergent trapezoidal rule, SIAM Review 56 (2014), theorem 5.1. The rest of the
/// sum is below an integral that starts half a step before it.
struct GaussianLine: TrapezoidalBound {
  private let alpha: (low: Double, high: Double)
  private let centre: Double
  private let peak: Double
  /// Bounds for the coefficients of each polynomial about the centre.
  private let coefficients: [[Double]]

  private static let precision = 256
  /// The step has so many bits, so that nodes are exact.
  private static let stepBits = 10

  /// Nil where the density is no Gaussian or the integrands are no polynomials.
  init?(_ program: AxisProgram, _ setting: NumericSetting) throws {
    guard case .interval(nil, nil, _) = program.frame.set, let form = try program.gaussian() else { return nil }
    let slots = form.tape.outputSlots
    let machine = BallMachine(form.tape, parameters: setting.parameters, precision: Self.precision)
    guard let alpha = machine.interval(slots[0]), alpha.low.isNormal, alpha.low > 0,
      let centre = machine.interval(slots[1]),
      let peak = machine.outcome(slots[2])?.value.doubleValue, peak.isFinite, machine.radius(slots[2]).isSmall
    else { return nil }
    self.alpha = alpha
    self.centre = (centre.low + centre.high) / 2
    // A half for the error of the machine.
    self.peak = peak + 0.5 + peak.magnitude * 0x1p-40
    var position = 3
    coefficients = form.lengths.map { length in
      defer { position += length }
      return (position..<(position + length)).map { machine.bound(slots[$0]).upperDouble }
    }
    guard coefficients.joined().allSatisfy({ $0.isFinite }) else { return nil }
  }

  func grid(allowed: [Int], precision: Int) -> TrapezoidalGrid? {
    let scales = coefficients.map { $0.enumerated().map { $1 * spread.raised(to: Double($0)) }.reduce(0, +) }
    var depth =
      zip(scales, allowed).map { scale, exponent in
        peak + max((scale * spread).naturalLogarithm, -1e6) - Double(exponent) * 0.693_147_180_56
      }.max() ?? 0
    depth = max(depth, 1)
    for _ in 0..<30 {
      if let grid = grid(depth: depth) {
        if zip(grid.errors, allowed).allSatisfy({ $0.isZero || $0.binaryExponent <= $1 }) { return grid }
      }
      depth = depth * 1.05 + 2
    }
    return nil
  }

  private var spread: Double { 1 / alpha.low.squareRoot() }

  /// A grid whose errors are about `e^-depth` of what is integrated.
  private func grid(depth: Double) -> TrapezoidalGrid? {
    let wanted = Double.pi / (alpha.high * depth).squareRoot()
    guard wanted.isNormal else { return nil }
    let unit = Double.powerOfTwo(Int(wanted.exponent) - Self.stepBits + 1)
    let step = (wanted / unit).rounded(.down) * unit
    let reach = (depth / alpha.low).squareRoot() / step + 2
    let middle = (centre / step).rounded()
    guard reach < Double(TrapezoidalGrid.mostNodes) / 2, middle.magnitude < 0x1p40 else { return nil }
    let (first, last) = (Int(middle) - Int(reach), Int(middle) + Int(reach))
    let end = (reach.rounded(.down) - 0.6) * step
    let errors = coefficients.map { discretisation($0, step) + rest($0, from: end) }
    return TrapezoidalGrid(step: ProvenNumber(value: Real(step)), nodes: first...last, errors: errors)
  }

  /// `2 M/(e^(2 pi a/h) - 1)` with the strip of half width `a = pi/(alpha h)`.
  private func discretisation(_ polynomial: [Double], _ step: Double) -> Radius {
    let halfWidth = Double.pi / (alpha.high * step)
    var modulus = Radius.zero
    for (power, coefficient) in polynomial.enumerated() {
      // (|u| + a)^j is at most 2^(j-1) (|u|^j + a^j) for j > 0.
      let shifted = power == 0 ? Radius.zero : bound(halfWidth.raised(to: Double(power))) * bound(moment(0))
      modulus = modulus + bound(coefficient) * (bound(moment(power)) + shifted) * .powerOfTwo(max(power - 1, 0))
    }
    let exponent = peak + alpha.high * halfWidth * halfWidth - 2 * Double.pi * halfWidth / step
    // Twice for the quotient by one less than an exponential that is above 2.
    return modulus * .exponential(exponent + (peak.magnitude + exponent.magnitude) * 0x1p-40) * .powerOfTwo(2)
  }

  /// A bound for a number that machine arithmetic found, also where that is too small for it.
  private func bound(_ value: Double) -> Radius {
    Radius(max(value, 0x1p-900) * (1 + 0x1p-40), exponent: 0)
  }

  /// A bound for the integral of `|u|^j e^(-alpha u^2)` over the line: `Gamma((j+1)/2) alpha^(-(j+1)/2)`.
  private func moment(_ power: Int) -> Double {
    let gamma = power.isMultiple(of: 2) ? 1.772_453_850_905_52 : 1
    let factor = stride(from: power - 1, to: 0, by: -2).reduce(gamma) { $0 * Double($1) / 2 }
    return factor * alpha.low.raised(to: -Double(power + 1) / 2) * (1 + 0x1p-40)
  }

  /// A bound for what lies beyond a distance on both sides: `u^j e^(-alpha u^2)` falls there.
  private func rest(_ polynomial: [Double], from distance: Double) -> Radius {
    let square = alpha.low * distance * distance
    guard distance > 0, square > 2 * Double(polynomial.count) else { return .infinite }
    var total = Radius.zero
    for (power, coefficient) in polynomial.enumerated() {
      // int_U^inf u^j e^(-alpha u^2) du <= U^(j-1) e^(-alpha U^2)/(2 alpha) / (1 - (j-1)/(2 alpha U^2)), the last below 2.
      let tail = bound(distance.raised(to: Double(power - 1))) * bound(1 / alpha.low)
      total = total + bound(coefficient) * tail
    }
    let exponent = peak - square
    return total * .exponential(exponent + (peak.magnitude + square) * 0x1p-40) * .powerOfTwo(1)
  }
}
