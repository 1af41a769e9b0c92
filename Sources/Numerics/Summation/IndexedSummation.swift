internal import Multiprecision

/// The value of an inert sum at the precision of the registers that it is wanted in.
///
/// Terms are added until a geometric series with the ratio of the last ones is below a unit of the sum's last place. A sum
/// that has not come so far after `maximumTerms` is not a number: nothing is made of a tail that is not understood.
struct IndexedSummation {
  static let maximumTerms = 100_000
  private static let guardBits = 32

  /// The term as a function of the index.
  let tape: Tape
  let isInfinite: Bool

  /// The sum as a function of the lower bound, the upper bound unless it is infinite, and the free symbols of the term.
  var function: RealFunction {
    RealFunction(arity: tape.parameterSlots.count + (isInfinite ? 1 : 2)) { registers, result, arguments in
      let numbers = arguments.map { registers.real($0) }
      guard numbers.allSatisfy({ $0.isFinite }), let first = registers.integer(arguments[0]) else {
        return registers.setNaN(result)
      }
      let last = isInfinite ? nil : registers.integer(arguments[1])
      guard isInfinite || last != nil,
        let value = value(first, last, Array(numbers.dropFirst(isInfinite ? 1 : 2)), precision: registers.precision)
      else { return registers.setNaN(result) }
      registers.set(result, value)
    }
  }

  private func value(_ first: Int, _ last: Int?, _ parameters: [Real], precision: Int) -> Real? {
    var machine = Machine(tape, precision: precision + Self.guardBits, extra: 1)
    machine.bind(parameters: parameters)
    let total = machine.firstExtra
    machine.registers.set(total, integer: 0)
    let term = tape.outputSlots[0]
    let variable = tape.variables[0].value
    var previous = Real.zero
    var largest = Int.min
    for count in 0..<Self.maximumTerms {
      let index = first + count
      if let last, index > last { return machine.registers.real(total) }
      machine.registers.set(variable, integer: index)
      machine.run(level: 1)
      guard machine.registers.isFinite(term) else { return nil }
      machine.registers.add(total, total, term)
      let current = machine.registers.real(term).magnitude
      if !current.isZero { largest = max(largest, current.exponent) }
      if last == nil, count > 8, let tail = tailExponent(previous, current),
        tail < largest - precision - Self.guardBits / 2
      {
        return machine.registers.real(total)
      }
      previous = current
    }
    return nil
  }

  /// The binary exponent of the geometric series that two neighbouring terms begin; nil where they do not fall.
  private func tailExponent(_ previous: Real, _ current: Real) -> Int? {
    guard !previous.isZero, !current.isZero else { return nil }
    let gap = (previous - current) / previous
    guard !gap.isZero, !gap.isNegative else { return nil }
    return current.exponent - gap.exponent + 1
  }
}
