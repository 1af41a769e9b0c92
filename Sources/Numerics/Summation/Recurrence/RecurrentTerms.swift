internal import Multiprecision

/// The terms of a sum at one parameter point and precision, each found from its neighbour.
final class RecurrentTerms {
  private let recurrence: TermRecurrence
  private var start: Machine
  @exclusivity(unchecked) private var machine: Machine
  @exclusivity(unchecked) private var totals: SignedSums
  private let entryCount: Int
  private let weight: Int
  private let term: Int
  /// The integer of the last term.
  private var current: Int?
  /// The integer of the last term that was placed by its definition, and its weight and calls.
  private var placed: Int?
  @exclusivity(unchecked) private var memory: Registers

  init(_ recurrence: TermRecurrence, _ setting: NumericSetting, precision: Int) {
    self.recurrence = recurrence
    entryCount = setting.entryCount
    start = Machine(recurrence.start, precision: precision)
    machine = Machine(recurrence.step, precision: precision, extra: 2)
    totals = SignedSums(count: entryCount, precision: precision)
    memory = Registers(count: 1 + recurrence.callCount, precision: precision)
    weight = machine.firstExtra
    term = weight + 1
    start.bind(parameters: setting.parameters, remembering: setting.calls)
    machine.bind(parameters: setting.parameters, remembering: setting.calls)
  }

  var precision: Int { machine.precision }
  var lastExponents: [Int] { totals.lastExponents }
  var peakExponents: [Int] { totals.peakExponents }

  /// Places a term by its definition, without adding it.
  func place(_ k: Int) {
    if k != placed { define(k) }
    machine.registers.set(weight, from: memory, 0)
    for call in 0..<recurrence.callCount {
      machine.registers.set(recurrence.step.variables[call + 1].value, from: memory, call + 1)
    }
    setVariable(k)
    evaluateRest()
    current = k
  }

  /// Evaluates weight and calls of a term by their definition.
  private func define(_ k: Int) {
    start.registers.set(recurrence.start.variables[0].value, integer: k)
    start.run(level: 1)
    let outputs = recurrence.start.outputSlots
    memory.set(0, from: start.registers, outputs[0])
    memory.exp(0, 0)
    for call in 0..<recurrence.callCount { memory.set(call + 1, from: start.registers, outputs[call + 1]) }
    placed = k
  }

  /// Places the next term in a direction.
  func advance(by direction: Int) {
    guard let from = current else { return }
    if direction > 0 { move(forward: true) }
    setVariable(from + direction)
    if direction < 0 { move(forward: false) }
    evaluateRest()
    current = from + direction
  }

  /// Applies the step at the variable's value to weight and calls.
  private func move(forward: Bool) {
    let slots = recurrence.step.outputSlots
    if forward {
      machine.registers.multiply(weight, weight, slots[0])
    } else {
      machine.registers.divide(weight, weight, slots[0])
    }
    for call in 0..<recurrence.callCount {
      let value = recurrence.step.variables[call + 1].value
      if forward {
        machine.registers.add(value, value, slots[call + 1])
      } else {
        machine.registers.subtract(value, value, slots[call + 1])
      }
    }
  }

  private func setVariable(_ k: Int) {
    machine.registers.set(recurrence.step.variables[0].value, integer: k)
    machine.run(level: 1)
  }

  private func evaluateRest() {
    for level in 2..<(recurrence.callCount + 2) { machine.run(level: level) }
  }

  /// Adds the term in place; returns false if an entry of it is not finite.
  func add() -> Bool {
    guard machine.registers.isFinite(weight) else { return false }
    if machine.registers.isZero(weight) {
      totals.skip()
      return true
    }
    totals.add(from: machine.registers, weight, to: 0)
    for entry in 1..<max(entryCount, 1) {
      multiply(entry)
      guard machine.registers.isFinite(term) else { return false }
      totals.add(from: machine.registers, term, to: entry)
    }
    return true
  }

  /// `term` = the weighted entry.
  private func multiply(_ entry: Int) {
    let slot = recurrence.step.outputSlots[recurrence.callCount + entry]
    machine.registers.multiply(term, weight, slot)
  }

  /// The weighted entries in place.
  var values: [Real] {
    let mass = machine.registers.real(weight)
    if mass.isZero { return Array(repeating: mass, count: entryCount) }
    return [mass]
      + (1..<max(entryCount, 1)).map { entry in
        multiply(entry)
        return machine.registers.real(term)
      }
  }

  func sums(_ entry: Int) -> (positive: Real, negative: Real) { totals.sums(entry) }
}
