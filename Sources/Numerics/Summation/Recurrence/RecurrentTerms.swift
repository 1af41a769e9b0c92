internal import Multiprecision

/// The terms of a sum at one parameter point, each found from its neighbour, and the sums over them.
///
/// Terms that are small next to the largest need fewer bits, and can go on with those; the sums keep all.
final class RecurrentTerms {
  /// The precision of the sums, and of terms that have been placed by their definition.
  let precision: Int
  private let recurrence: TermRecurrence
  private let setting: NumericSetting
  private var start: Machine
  @exclusivity(unchecked) private var machine: Machine
  @exclusivity(unchecked) private var totals: SignedSums
  private let entryCount: Int
  /// The first of the registers of the terms of all entries.
  private let weight: Int
  /// The integer of the last term.
  private var current: Int?
  /// The integer of the last term that was placed by its definition, and its weight and calls.
  private var placed: Int?
  @exclusivity(unchecked) private var memory: Registers

  init(_ recurrence: TermRecurrence, _ setting: NumericSetting, precision: Int) {
    self.precision = precision
    self.recurrence = recurrence
    self.setting = setting
    entryCount = setting.entryCount
    start = Machine(recurrence.start, precision: precision)
    machine = Self.machine(recurrence, setting, precision)
    totals = SignedSums(count: entryCount, precision: precision)
    memory = Registers(count: 1 + recurrence.callCount, precision: precision)
    weight = machine.firstExtra
    start.bind(parameters: setting.parameters, remembering: setting.calls)
  }

  private static func machine(_ recurrence: TermRecurrence, _ setting: NumericSetting, _ precision: Int) -> Machine {
    var machine = Machine(recurrence.step, precision: precision, extra: setting.entryCount)
    machine.bind(parameters: setting.parameters, remembering: setting.calls)
    return machine
  }

  /// The precision of the term in place.
  var termPrecision: Int { machine.precision }

  /// Goes on from the term in place with fewer bits.
  func narrow(to precision: Int) {
    guard let k = current else { return }
    var narrower = Self.machine(recurrence, setting, precision)
    for register in [weight] + callSlots { narrower.registers.set(register, from: machine.registers, register) }
    machine = narrower
    setVariable(k)
    evaluateRest()
  }

  private var callSlots: [Int] { recurrence.step.variables.dropFirst().map(\.value) }

  var lastExponents: [Int] { totals.lastExponents }
  var peakExponents: [Int] { totals.peakExponents }
  /// See `SignedSums`.
  var leastDrop: Int? { totals.leastDrop }

  /// Places a term by its definition, without adding it.
  func place(_ k: Int) {
    if k != placed { define(k) }
    if machine.precision < precision { machine = Self.machine(recurrence, setting, precision) }
    machine.registers.set(weight, from: memory, 0)
    for (call, slot) in callSlots.enumerated() { machine.registers.set(slot, from: memory, call + 1) }
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
    machine.multiplyOut(weight)
    guard (0..<entryCount).allSatisfy({ machine.registers.isFinite(weight + $0) }) else { return false }
    for entry in 0..<entryCount { totals.add(from: machine.registers, weight + entry, to: entry) }
    return true
  }

  /// The weighted entries in place.
  var values: [Real] {
    let mass = machine.registers.real(weight)
    if mass.isZero { return Array(repeating: mass, count: entryCount) }
    machine.multiplyOut(weight)
    return (0..<entryCount).map { machine.registers.real(weight + $0) }
  }

  func sums(_ entry: Int) -> (positive: Real, negative: Real) { totals.sums(entry) }
}
