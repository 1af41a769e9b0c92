internal import Multiprecision

/// One tape at one parameter point and precision, with running sums of the integrands' weighted values.
final class WeightedSums: NodeSums {
  // Accesses cannot overlap: nothing is called back while the machine runs. The dynamic check costs a tenth of the time.
  @exclusivity(unchecked) var machine: Machine
  let entryCount: Int
  var floors: [Int]
  @exclusivity(unchecked) private var totals: SignedSums
  /// The level of the rule's variable, the last.
  private let level: Int
  /// Looks for peaks in machine arithmetic, made when it is first wanted.
  @exclusivity(unchecked) private var scan: ScanMachine?
  private var isScanLoaded = false
  private var roughReference = 0.0

  private(set) var hasRefined = false

  // Registers after those of the tape: the terms of all entries, of which the first is the weight, and one for the work.
  private let weight: Int
  private let work: Int
  private let zero: Int
  /// The density without its exponential, where the parameters allow it.
  private var powers: HalfIntegerPowers?

  private let movesRounding: Bool
  /// Evaluations with many more bits count as many.
  private var meter: WorkMeter?

  init(_ tape: Tape, entryCount: Int, precision: Int, movesRounding: Bool) {
    self.entryCount = entryCount
    self.movesRounding = movesRounding
    let moving = movesRounding ? Machine.perturbingRegisters : 0
    machine = Machine(tape, precision: precision, extra: moving + entryCount + 2 + HalfIntegerPowers.registerCount)
    totals = SignedSums(count: entryCount, precision: precision)
    level = tape.variables.count
    weight = machine.firstExtra + moving
    work = weight + entryCount
    zero = work + 1
    floors = Array(repeating: Int.min, count: entryCount)
  }

  func bind(_ setting: NumericSetting) {
    meter = setting.meter
    func bind(_ machine: inout Machine) { machine.bind(parameters: setting.parameters, remembering: setting.calls) }
    if movesRounding { machine.bindPerturbed(bind) } else { bind(&machine) }
    powers = machine.tape.densityPowers.flatMap { HalfIntegerPowers($0, &machine.registers, first: zero + 1) }
  }

  func setVariable(level: Int, from desk: borrowing Registers, _ node: NodeValue) {
    machine.place(level: level, from: desk, node)
    if level < self.level {
      machine.run(level: level)
      isScanLoaded = false
    }
  }

  func lastExponent(_ entry: Int) -> Int { totals.lastExponents[entry] }

  func peakExponent(_ entry: Int) -> Int { max(totals.peakExponents[entry], floors[entry]) }

  func reset() { totals.reset() }

  func forgetPeak(_ entry: Int) { totals.forgetPeak(entry) }

  func add(from desk: borrowing Registers, factor: Int?) throws -> NonFinite? {
    let hasLogarithm = evaluateWeight(desk, factor)
    if machine.registers.isZero(weight) {
      if hasLogarithm && machine.mayHaveLostDensity { return try addRefined(desk, factor) }
      totals.skip()
      return nil
    }
    guard machine.registers.isFinite(weight) else { return try addRefined(desk, factor) }
    machine.runRest(level: level)
    for multiple in machine.tape.multiples where !machine.registers.isFinite(multiple.factor) {
      return try addRefined(desk, factor)
    }
    machine.multiplyOut(weight)
    for entry in 1..<max(entryCount, 1) where !machine.registers.isFinite(weight + entry) {
      return NonFinite(entry: entry, sign: machine.registers.sign(weight + entry))
    }
    for entry in 0..<entryCount { totals.add(from: machine.registers, weight + entry, to: entry) }
    return nil
  }

  /// Adds the entries at the last node as a machine with more bits finds them.
  private func addRefined(_ desk: borrowing Registers, _ factor: Int?) throws -> NonFinite? {
    hasRefined = true
    let values = try refinedTerms(desk, factor)
    for (entry, value) in values.enumerated() where !value.isFinite {
      return NonFinite(entry: entry, sign: value.isNaN ? 0 : value.isNegative ? -1 : 1)
    }
    for (entry, value) in values.enumerated() {
      machine.registers.set(work, value)
      totals.add(from: machine.registers, work, to: entry)
    }
    return nil
  }

  /// The weighted entries at the last node as a machine with more bits finds them.
  private func refinedTerms(_ desk: borrowing Registers, _ factor: Int?) throws -> [Real] {
    try meter?.count(bits: machine.refiningPrecision)
    var finer = machine.refined(precision: machine.refiningPrecision, extra: entryCount)
    finer.run(at: machine)
    let mass = finer.firstExtra
    finer.registers.exp(mass, finer.tape.outputSlots[0])
    if let factor { finer.registers.multiply(mass, mass, from: desk, factor) }
    if finer.registers.isZero(mass) { return Array(repeating: finer.registers.real(mass), count: entryCount) }
    finer.multiplyOut(mass)
    return (0..<entryCount).map { finer.registers.real(mass + $0) }
  }

  func terms(from desk: borrowing Registers, factor: Int?) throws -> [Real] {
    let hasLogarithm = evaluateWeight(desk, factor)
    let mass = machine.registers.real(weight)
    if mass.isZero {
      return try hasLogarithm && machine.mayHaveLostDensity
        ? refinedTerms(desk, factor) : Array(repeating: mass, count: entryCount)
    }
    guard mass.isFinite else { return try refinedTerms(desk, factor) }
    machine.runRest(level: level)
    if machine.tape.multiples.contains(where: { !machine.registers.isFinite($0.factor) }) {
      return try refinedTerms(desk, factor)
    }
    machine.multiplyOut(weight)
    return (0..<entryCount).map { machine.registers.real(weight + $0) }
  }

  /// Stores the density times the factor; returns whether its logarithm was needed for that.
  private func evaluateWeight(_ desk: borrowing Registers, _ factor: Int?) -> Bool {
    let hasLogarithm = !storePowers()
    if hasLogarithm {
      machine.run(level: level, firstOutputOnly: true)
      machine.registers.exp(weight, machine.tape.outputSlots[0])
    }
    if let factor { machine.registers.multiply(weight, weight, from: desk, factor) }
    return hasLogarithm
  }

  /// Stores the density as a product of powers; false where that cannot be had.
  private func storePowers() -> Bool {
    guard let powers else { return false }
    machine.run(level: level, count: powers.instructionCount)
    return powers.store(weight, &machine.registers) && !machine.registers.isZero(weight)
  }

  func sums(_ entry: Int) -> (positive: Real, negative: Real) {
    totals.sums(entry)
  }

  func errorExponent(_ entry: Int) -> Int { Int.min }

  func hasNumber(beyond exponent: Int) -> Bool { machine.hasNumber(beyond: exponent) }

  func divergence(_ entry: Int) -> Int? { nil }

  var reference: Real {
    get { machine.registers.real(zero) }
    set {
      machine.registers.set(zero, newValue)
      roughReference = newValue.doubleValue
    }
  }

  func roughLogDensity(at node: ScanMachine.Node) -> Double? {
    if scan == nil { scan = ScanMachine(machine.tape) }
    if !isScanLoaded {
      scan?.load(machine.registers)
      isScanLoaded = true
    }
    return scan?.value(at: node, reference: roughReference)
  }

  func relativeLogDensity() -> Double {
    machine.run(level: level, firstOutputOnly: true)
    machine.registers.subtract(work, machine.tape.outputSlots[0], zero)
    return machine.registers.double(work)
  }

  var lastLogDensity: Real { machine.registers.real(machine.tape.outputSlots[0]) }
}
