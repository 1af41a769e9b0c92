internal import Multiprecision

/// Sums, over the values of a variable, of integrals over the variables after it.
final class InnerIntegrals: NodeSums {
  private let axis: any AxisEvaluator
  let entryCount: Int
  var floors: [Int]
  private var lastExponents: [Int]
  private var peakExponents: [Int]
  private var divergences: [Int?]
  private var registers: Registers
  var reference = Real.zero
  private(set) var lastLogDensity = Real.zero

  // Register ranges: positive parts, negative parts, errors, and one to work in.
  private var negative: Int { entryCount }
  private var error: Int { 2 * entryCount }
  private var work: Int { 3 * entryCount }

  init(_ axis: any AxisEvaluator, entryCount: Int, precision: Int) {
    self.axis = axis
    self.entryCount = entryCount
    floors = Array(repeating: Int.min, count: entryCount)
    lastExponents = floors
    peakExponents = floors
    divergences = Array(repeating: nil, count: entryCount)
    registers = Registers(count: 3 * entryCount + 2, precision: precision)
  }

  func setVariable(level: Int, from desk: borrowing Registers, _ node: NodeValue) {
    axis.setVariable(level: level, from: desk, node)
  }

  func add(from desk: borrowing Registers, factor: Int?) throws -> NonFinite? {
    for (entry, outcome) in try integrals(desk, factor).enumerated() {
      if case .divergent(let sign) = outcome.status {
        divergences[entry] = divergences[entry].map { $0 == sign ? sign : 0 } ?? sign
        continue
      }
      guard outcome.scale.isFinite else {
        return NonFinite(entry: entry, sign: outcome.value.isNaN ? 0 : outcome.value.isNegative ? -1 : 1)
      }
      accumulate(outcome, entry, desk, factor)
    }
    return nil
  }

  private func accumulate(_ outcome: PieceOutcome, _ entry: Int, _ desk: borrowing Registers, _ factor: Int?) {
    // The absolute parts are (scale + value)/2 and (scale - value)/2.
    for (part, sign) in [(entry, 1), (negative + entry, -1)] {
      registers.set(work, outcome.value)
      registers.set(work + 1, outcome.scale)
      if sign > 0 { registers.add(work, work, work + 1) } else { registers.subtract(work, work, work + 1) }
      registers.multiplyByPowerOfTwo(work, work, -1)
      if let factor { registers.multiply(work, work, from: desk, factor) }
      registers.add(part, part, work)
    }
    registers.set(work, outcome.scale)
    if let factor { registers.multiply(work, work, from: desk, factor) }
    lastExponents[entry] = registers.exponent(work)
    peakExponents[entry] = max(peakExponents[entry], lastExponents[entry])
    guard outcome.errorExponent != Int.min else { return }
    registers.set(work, integer: 1)
    registers.multiplyByPowerOfTwo(work, work, min(outcome.errorExponent, 1 << 30))
    if let factor { registers.multiply(work, work, from: desk, factor) }
    registers.add(error + entry, error + entry, work)
  }

  /// The integrals at the variable's value; what is negligible once it is weighted need not be accurate.
  private func integrals(_ desk: borrowing Registers, _ factor: Int?) throws -> [PieceOutcome] {
    let weight = factor.map { desk.exponent($0) } ?? 1
    let limits = (0..<entryCount).map { entry in
      let matters = peakExponent(entry)
      return matters == Int.min || weight == Int.min ? Int.min : matters - weight
    }
    return try axis.outcomes(floors: limits)
  }

  func terms(from desk: borrowing Registers, factor: Int?) throws -> [Real] {
    try integrals(desk, factor).map { outcome in
      if case .divergent = outcome.status { return Real(.nan) }
      registers.set(work, outcome.value)
      if let factor { registers.multiply(work, work, from: desk, factor) }
      return registers.real(work)
    }
  }

  /// Integrals inside see to it themselves.
  var hasRefined: Bool { false }

  /// Their numbers are out of sight: what shows only in the last digits of an integral of integrals is not waited for.
  func hasNumber(beyond exponent: Int) -> Bool { false }

  func reset() {
    for register in 0..<(3 * entryCount) { registers.set(register, integer: 0) }
    for entry in 0..<entryCount { (peakExponents[entry], divergences[entry]) = (Int.min, nil) }
  }

  func lastExponent(_ entry: Int) -> Int { lastExponents[entry] }

  func peakExponent(_ entry: Int) -> Int { max(peakExponents[entry], floors[entry]) }

  func forgetPeak(_ entry: Int) { peakExponents[entry] = Int.min }

  func sums(_ entry: Int) -> (positive: Real, negative: Real) {
    (registers.real(entry), registers.real(negative + entry))
  }

  func errorExponent(_ entry: Int) -> Int { registers.exponent(error + entry) }

  func divergence(_ entry: Int) -> Int? { divergences[entry] }

  func roughLogDensity(at node: ScanMachine.Node) -> Double? { nil }

  func relativeLogDensity() -> Double {
    lastLogDensity = axis.logMass()
    return (lastLogDensity - reference).doubleValue
  }
}
