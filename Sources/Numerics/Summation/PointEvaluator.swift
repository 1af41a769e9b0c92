internal import Multiprecision

/// Evaluates density and integrands at isolated points, for one parameter point at one precision.
final class PointEvaluator {
  let sums: WeightedSums
  let precision: Int
  private var reference: Int { sums.scratch }
  private var work: Int { sums.scratch + 1 }
  private var variable: Int { sums.machine.tape.variableSlots[0] }

  init(_ tape: Tape, entryCount: Int, precision: Int, parameters: [Rational]) {
    self.precision = precision
    sums = WeightedSums(tape, entryCount: entryCount, precision: precision)
    sums.machine.bind(parameters: parameters)
  }

  /// Adds the terms at an integer to the sums; returns the entry that is not finite, if any.
  func add(_ k: Int) -> WeightedSums.NonFinite? {
    sums.machine.registers.set(variable, integer: k)
    return sums.add(factor: nil)
  }

  /// Adds the terms at a number to the sums; returns the entry that is not finite, if any.
  func add(_ x: Real) -> WeightedSums.NonFinite? {
    sums.machine.registers.set(variable, x)
    return sums.add(factor: nil)
  }

  /// The terms of all entries at an integer.
  func terms(_ k: Int) -> [Real] {
    sums.machine.registers.set(variable, integer: k)
    return sums.terms(factor: nil)
  }

  /// The terms of all entries at a number.
  func terms(_ x: Real) -> [Real] {
    sums.machine.registers.set(variable, x)
    return sums.terms(factor: nil)
  }

  /// The log-density at an integer, relative to a zero of one's choice.
  func logDensity(_ k: Int) -> Double {
    sums.machine.registers.set(variable, integer: k)
    sums.machine.run(level: 1, firstOutputOnly: true)
    let value = sums.machine.tape.outputSlots[0]
    sums.machine.registers.subtract(work, value, reference)
    return sums.machine.registers.double(work)
  }

  /// Makes the value at an integer the zero of `logDensity(_:)`.
  func recenter(at k: Int) {
    _ = logDensity(k)
    let value = sums.machine.tape.outputSlots[0]
    if sums.machine.registers.isFinite(value) { sums.machine.registers.set(reference, value) }
  }

  /// The sums so far as outcomes without error.
  func outcomes() -> [PieceOutcome] {
    (0..<sums.entryCount).map { entry in
      let (positive, negative) = sums.sums(entry)
      let scale = positive - negative
      let error = scale.isZero ? Int.min : scale.exponent - precision + 8
      return PieceOutcome(value: positive + negative, scale: scale, errorExponent: error, status: .converged)
    }
  }
}
