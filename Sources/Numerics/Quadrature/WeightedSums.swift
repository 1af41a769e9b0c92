internal import Multiprecision

/// One tape at one parameter point and precision, with running sums of the integrands' weighted values.
///
/// Positive and negative contributions are kept apart: their sum is the value, their difference the scale of its error.
/// Entry 0 is the density itself.
final class WeightedSums {
  // Accesses cannot overlap: nothing is called back while the machine runs. The dynamic check costs a tenth of the time.
  @exclusivity(unchecked) var machine: Machine
  /// The number of entries: the density and each integrand.
  let entryCount: Int
  /// The binary exponent of each entry's contribution at the last node; `Int.min` for 0.
  @exclusivity(unchecked) private(set) var lastExponents: [Int]
  /// The largest such exponent so far.
  @exclusivity(unchecked) private(set) var peakExponents: [Int]

  /// An entry whose contribution at a node is infinite, with a sign, or not a number, without one.
  struct NonFinite {
    let entry: Int
    let sign: Int
  }

  let weight: Int
  let term: Int
  /// Registers for the caller.
  let scratch: Int
  private let positive: Int
  private let negative: Int
  static let scratchCount = 10

  init(_ tape: Tape, entryCount: Int, precision: Int) {
    self.entryCount = entryCount
    machine = Machine(tape, precision: precision, extra: 2 + Self.scratchCount + 2 * entryCount)
    weight = machine.firstExtra
    term = weight + 1
    scratch = term + 1
    positive = scratch + Self.scratchCount
    negative = positive + entryCount
    lastExponents = Array(repeating: Int.min, count: entryCount)
    peakExponents = lastExponents
  }

  /// Sets the sums to 0.
  func reset() {
    for entry in 0..<entryCount {
      machine.registers.set(positive + entry, integer: 0)
      machine.registers.set(negative + entry, integer: 0)
      peakExponents[entry] = Int.min
    }
  }

  /// Forgets how large an entry's contributions were.
  func forgetPeak(_ entry: Int) { peakExponents[entry] = Int.min }

  /// Adds the integrands at the variable's current value, weighted by the density times register `factor`, to the sums.
  ///
  /// Returns the entry that is not a finite number, if any, with the sign of its infinity or 0.
  func add(factor: Int?) -> NonFinite? {
    evaluateWeight(factor: factor)
    if machine.registers.isZero(weight) {
      for entry in 0..<entryCount { lastExponents[entry] = Int.min }
      return nil
    }
    guard machine.registers.isFinite(weight) else { return NonFinite(entry: 0, sign: machine.registers.sign(weight)) }
    machine.runRest(level: 1)
    accumulate(weight, 0)
    for entry in 1..<max(entryCount, 1) {
      machine.registers.multiply(term, weight, machine.tape.outputSlots[entry])
      if !machine.registers.isFinite(term) { return NonFinite(entry: entry, sign: machine.registers.sign(term)) }
      accumulate(term, entry)
    }
    return nil
  }

  /// The weighted values at the variable's current value, without adding them to the sums; zeros where the weight is 0.
  func terms(factor: Int?) -> [Real] {
    evaluateWeight(factor: factor)
    let mass = machine.registers.real(weight)
    if mass.isZero { return Array(repeating: mass, count: entryCount) }
    machine.runRest(level: 1)
    var values = [mass]
    for entry in 1..<max(entryCount, 1) {
      machine.registers.multiply(term, weight, machine.tape.outputSlots[entry])
      values.append(machine.registers.real(term))
    }
    return values
  }

  private func evaluateWeight(factor: Int?) {
    machine.run(level: 1, firstOutputOnly: true)
    machine.registers.exp(weight, machine.tape.outputSlots[0])
    if let factor { machine.registers.multiply(weight, weight, factor) }
  }

  private func accumulate(_ value: Int, _ entry: Int) {
    let exponent = machine.registers.exponent(value)
    lastExponents[entry] = exponent
    if exponent > peakExponents[entry] { peakExponents[entry] = exponent }
    let sum = machine.registers.sign(value) < 0 ? negative + entry : positive + entry
    machine.registers.add(sum, sum, value)
  }

  /// The sums of the positive and of the negative contributions to an entry.
  func sums(_ entry: Int) -> (positive: Real, negative: Real) {
    (machine.registers.real(positive + entry), machine.registers.real(negative + entry))
  }
}
