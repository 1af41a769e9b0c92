internal import Multiprecision

extension Machine {
  /// A machine of the same tape with more bits, for nodes at which this one has no finite value: next to a bound `b` the
  /// sum `b + u` is `b` once u is below its last bit, and a logarithm or a quotient of what is left has no value there.
  ///
  /// Rounded parameters stay as they are, so both compute the same function; special functions of parameters alone, which
  /// cost most, keep their digits: a variable does not cancel against them. It does against pi, next to a zero of a sine.
  func refined(precision: Int, extra: Int) -> Machine {
    var finer = Machine(tape, precision: precision, extra: extra)
    for slot in tape.parameterSlots { finer.registers.set(slot, from: registers, slot) }
    for instruction in tape.levels[0] {
      if case .call = instruction.operation, !tape.argumentLists[instruction.left].isEmpty {
        finer.registers.set(instruction.result, from: registers, instruction.result)
      } else {
        finer.execute(instruction)
      }
    }
    return finer
  }

  /// Takes over the variables of another machine of the same tape, and runs every level after the prologue.
  mutating func run(at other: borrowing Machine) {
    for variable in tape.variables {
      for slot in [variable.value, variable.logarithm].compactMap({ $0 }) {
        registers.set(slot, from: other.registers, slot)
      }
      guard let rest = variable.rest else { continue }
      // What is left of the length has lost the variable to rounding; the length itself has not.
      let length = other.registers.real(variable.value) + other.registers.real(rest)
      registers.set(rest, length)
      registers.subtract(rest, rest, variable.value)
      if let slot = variable.restLogarithm { registers.log(slot, rest) }
    }
    for level in 1..<max(tape.levels.count, 1) { run(level: level) }
  }

  /// Whether a density that has come to 0 may be a difference in which a variable is so large or small that the bits do not
  /// show it, as `(1 + k)^(-a) - (2 + k)^(-a)` is 0 once k + 1 is rounded to k.
  var mayHaveLostDensity: Bool {
    !registers.isFinite(tape.outputSlots[0])
      && tape.variables.contains { variable in
        registers.isFinite(variable.value) && !registers.isZero(variable.value)
          && abs(registers.exponent(variable.value)) > precision / 4
      }
  }

  /// The bits with which sums of the variables and of numbers of ordinary size keep a few digits, also where three times
  /// the leading ones cancel.
  var refiningPrecision: Int {
    let exponents = tape.variables.flatMap { [$0.value, $0.rest] }.compactMap { $0 }
      .filter { !registers.isZero($0) && registers.isFinite($0) }.map { abs(registers.exponent($0)) }
    return min(2 * precision + 3 * (exponents.max() ?? 0), Self.largestRefiningPrecision)
  }

  private static let largestRefiningPrecision = 150_000
}
