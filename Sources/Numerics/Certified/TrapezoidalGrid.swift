internal import Multiprecision

/// The nodes `k h` of a trapezoidal rule, and proven bounds for what its sums leave of the integrals.
struct TrapezoidalGrid {
  let step: ProvenNumber
  /// The integers k.
  let nodes: ClosedRange<Int>
  /// The bounds, for the density and each integrand.
  let errors: [Radius]

  /// A grid of more nodes is not used.
  static let mostNodes = 20_000

  func node(_ k: Int) -> ProvenNumber {
    // k has at most 63 bits, so that a step of a few bits gives an exact product.
    var registers = Registers(count: 1, precision: step.value.precision + (step.radius.isZero ? 64 : 0))
    registers.set(0, step.value)
    registers.multiply(0, 0, integer: k)
    let value = registers.real(0)
    if step.radius.isZero { return ProvenNumber(value: value) }
    let rounding = value.isZero ? Radius.zero : .powerOfTwo(value.exponent - value.precision)
    return ProvenNumber(
      value: value, radius: step.radius * Radius(Double(k.magnitude), exponent: 0) + rounding)
  }
}

/// What finds grids whose sums are as close to the integrals as one wants.
protocol TrapezoidalBound {
  /// A grid with errors below `2^allowed` for the density and each integrand, its step known to `precision` bits; nil where
  /// there is none.
  func grid(allowed: [Int], precision: Int) -> TrapezoidalGrid?
}

extension Radius {
  /// An upper bound for the exponential of a number.
  static func exponential(_ x: Double) -> Radius {
    guard x < 1e12 else { return .infinite }
    guard x > -1e12 else { return .exponential(-1e12 + 1) }
    return .powerOfTwo(Int((x * 1.442_695_040_888_963_4 + x.magnitude * 0x1p-40).rounded(.up)))
  }
}
