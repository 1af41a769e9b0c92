internal import Multiprecision

/// Running sums of several entries, with positive and negative contributions kept apart: their sum is the value, their
/// difference the scale of its error.
struct SignedSums: ~Copyable {
  private var registers: Registers
  private let count: Int
  /// The binary exponent of each entry's last contribution; `Int.min` for 0.
  private(set) var lastExponents: [Int]
  /// The largest such exponent so far.
  private(set) var peakExponents: [Int]

  init(count: Int, precision: Int) {
    self.count = count
    registers = Registers(count: 2 * count, precision: precision)
    lastExponents = Array(repeating: Int.min, count: count)
    peakExponents = lastExponents
  }

  /// Sets all sums to 0.
  mutating func reset() {
    for register in 0..<(2 * count) { registers.set(register, integer: 0) }
    for entry in 0..<count { peakExponents[entry] = Int.min }
  }

  mutating func forgetPeak(_ entry: Int) { peakExponents[entry] = Int.min }

  /// Notes that nothing was added to any entry.
  mutating func skip() {
    for entry in 0..<count { lastExponents[entry] = Int.min }
  }

  /// Adds a register of others to an entry.
  mutating func add(from other: borrowing Registers, _ value: Int, to entry: Int) {
    let exponent = other.exponent(value)
    lastExponents[entry] = exponent
    if exponent > peakExponents[entry] { peakExponents[entry] = exponent }
    let sum = other.sign(value) < 0 ? count + entry : entry
    registers.add(sum, sum, from: other, value)
  }

  /// How many bits below its largest contribution the last one of an entry lies, for the entry where that is least; nil if
  /// the last contributions to all are 0.
  var leastDrop: Int? {
    var least: Int?
    for entry in 0..<count where lastExponents[entry] != Int.min && peakExponents[entry] != Int.min {
      let drop = peakExponents[entry] - lastExponents[entry]
      if drop < least ?? Int.max { least = drop }
    }
    return least
  }

  /// The sums of an entry's positive and negative contributions.
  func sums(_ entry: Int) -> (positive: Real, negative: Real) { (registers.real(entry), registers.real(count + entry)) }
}
