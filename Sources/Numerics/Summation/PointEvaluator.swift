internal import Multiprecision

/// Evaluates density and integrands at isolated points, for one parameter point at one precision.
final class PointEvaluator {
  let sums: any NodeSums
  let precision: Int
  private let level: Int
  @exclusivity(unchecked) private var desk: Registers

  init(_ program: AxisProgram, _ setting: NumericSetting, precision: Int, outer: borrowing OuterValues) throws {
    self.precision = precision
    level = program.level
    sums = try program.pointwise().sums(setting, precision: precision, outer: outer)
    desk = Registers(count: 1, precision: precision)
  }

  private func place(_ k: Int) {
    desk.set(0, integer: k)
    sums.setVariable(level: level, from: desk, NodeValue(value: 0))
  }

  private func place(_ x: Real) {
    desk.set(0, x)
    sums.setVariable(level: level, from: desk, NodeValue(value: 0))
  }

  /// Adds the terms at an integer to the sums; returns the entry that is not finite, if any.
  func add(_ k: Int) throws -> NonFinite? {
    place(k)
    return try sums.add(from: desk, factor: nil)
  }

  /// Adds the terms at a number to the sums; returns the entry that is not finite, if any.
  func add(_ x: Real) throws -> NonFinite? {
    place(x)
    return try sums.add(from: desk, factor: nil)
  }

  /// The terms of all entries at an integer.
  func terms(_ k: Int) throws -> [Real] {
    place(k)
    return try sums.terms(from: desk, factor: nil)
  }

  /// The log-density at an integer, relative to a zero of one's choice.
  func logDensity(_ k: Int) -> Double {
    if let rough = sums.roughLogDensity(at: ScanMachine.Node(value: Double(k))) { return rough }
    place(k)
    return sums.relativeLogDensity()
  }

  /// Makes the value at an integer the zero of `logDensity(_:)`.
  func recenter(at k: Int) {
    place(k)
    _ = sums.relativeLogDensity()
    let value = sums.lastLogDensity
    if value.isFinite { sums.reference = value }
  }

  /// The log-density at a number; minus infinity where it is none.
  func logMass(_ x: Real) -> Real {
    place(x)
    _ = sums.relativeLogDensity()
    let value = sums.lastLogDensity
    return value.isFinite ? value : Real(-Double.infinity)
  }

  /// The sums so far as outcomes, with no error but that of rounding and of integrals inside.
  func outcomes() -> [PieceOutcome] {
    (0..<sums.entryCount).map { entry in
      let (positive, negative) = sums.sums(entry)
      let scale = positive - negative
      let rounding = scale.isZero ? Int.min : scale.exponent - precision + 8
      let outcome = PieceOutcome(
        value: positive + negative, scale: scale, errorExponent: max(rounding, sums.errorExponent(entry)),
        status: .converged)
      return sums.divergence(entry).map { PieceOutcome(divergent: $0, like: outcome.value) } ?? outcome
    }
  }
}
