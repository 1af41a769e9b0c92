internal import Multiprecision

/// One tape at one parameter point and precision, with running sums of the integrands' weighted values.
///
/// Positive and negative contributions are kept apart: their sum is the value, their difference the scale of its error.
final class WeightedSums: NodeSums {
  // Accesses cannot overlap: nothing is called back while the machine runs. The dynamic check costs a tenth of the time.
  @exclusivity(unchecked) var machine: Machine
  let entryCount: Int
  var floors: [Int]
  @exclusivity(unchecked) private(set) var lastExponents: [Int]
  @exclusivity(unchecked) private(set) var peakExponents: [Int]
  /// The level of the rule's variable, the last.
  private let level: Int

  // Registers after those of the tape.
  private let weight: Int
  private let term: Int
  private let zero: Int
  private let positive: Int
  private let negative: Int

  init(_ tape: Tape, entryCount: Int, precision: Int) {
    self.entryCount = entryCount
    machine = Machine(tape, precision: precision, extra: 3 + 2 * entryCount)
    level = tape.variables.count
    weight = machine.firstExtra
    term = weight + 1
    zero = term + 1
    positive = zero + 1
    negative = positive + entryCount
    lastExponents = Array(repeating: Int.min, count: entryCount)
    peakExponents = lastExponents
    floors = lastExponents
  }

  func setVariable(level: Int, from desk: borrowing Registers, _ node: NodeValue) {
    machine.place(level: level, from: desk, node)
    if level < self.level { machine.run(level: level) }
  }

  func reset() {
    for entry in 0..<entryCount {
      machine.registers.set(positive + entry, integer: 0)
      machine.registers.set(negative + entry, integer: 0)
      peakExponents[entry] = Int.min
    }
  }

  func forgetPeak(_ entry: Int) { peakExponents[entry] = Int.min }

  func add(from desk: borrowing Registers, factor: Int?) -> NonFinite? {
    evaluateWeight(desk, factor)
    if machine.registers.isZero(weight) {
      for entry in 0..<entryCount { lastExponents[entry] = Int.min }
      return nil
    }
    guard machine.registers.isFinite(weight) else { return NonFinite(entry: 0, sign: machine.registers.sign(weight)) }
    machine.runRest(level: level)
    accumulate(weight, 0)
    for entry in 1..<max(entryCount, 1) {
      machine.registers.multiply(term, weight, machine.tape.outputSlots[entry])
      if !machine.registers.isFinite(term) { return NonFinite(entry: entry, sign: machine.registers.sign(term)) }
      accumulate(term, entry)
    }
    return nil
  }

  func terms(from desk: borrowing Registers, factor: Int?) -> [Real] {
    evaluateWeight(desk, factor)
    let mass = machine.registers.real(weight)
    if mass.isZero { return Array(repeating: mass, count: entryCount) }
    machine.runRest(level: level)
    var values = [mass]
    for entry in 1..<max(entryCount, 1) {
      machine.registers.multiply(term, weight, machine.tape.outputSlots[entry])
      values.append(machine.registers.real(term))
    }
    return values
  }

  private func evaluateWeight(_ desk: borrowing Registers, _ factor: Int?) {
    machine.run(level: level, firstOutputOnly: true)
    machine.registers.exp(weight, machine.tape.outputSlots[0])
    if let factor { machine.registers.multiply(weight, weight, from: desk, factor) }
  }

  private func accumulate(_ value: Int, _ entry: Int) {
    let exponent = machine.registers.exponent(value)
    lastExponents[entry] = exponent
    if exponent > peakExponents[entry] { peakExponents[entry] = exponent }
    let sum = machine.registers.sign(value) < 0 ? negative + entry : positive + entry
    machine.registers.add(sum, sum, value)
  }

  func sums(_ entry: Int) -> (positive: Real, negative: Real) {
    (machine.registers.real(positive + entry), machine.registers.real(negative + entry))
  }

  func errorExponent(_ entry: Int) -> Int { Int.min }

  func divergence(_ entry: Int) -> Int? { nil }

  var reference: Real {
    get { machine.registers.real(zero) }
    set { machine.registers.set(zero, newValue) }
  }

  func relativeLogDensity() -> Double {
    machine.run(level: level, firstOutputOnly: true)
    machine.registers.subtract(term, machine.tape.outputSlots[0], zero)
    return machine.registers.double(term)
  }

  var lastLogDensity: Real { machine.registers.real(machine.tape.outputSlots[0]) }
}
