internal import Multiprecision

/// Runs a tape in ball arithmetic: floating-point numbers as a machine computes them, each with a proven bound for its
/// distance from the exact value.
///
/// The arithmetic of the machine rounds correctly, exponential and logarithm within 0.51 units, so that one unit of the
/// last place bounds what an instruction adds; what it makes of the errors of its operands is bounded by its derivative
/// over the balls. Functions without such a proof give an infinite radius. Source: J. van der Hoeven, Ball arithmetic (2009);
/// F. Johansson, Arb, IEEE Trans. Computers 66 (2017).
struct BallMachine: ~Copyable {
  private(set) var machine: Machine
  private(set) var radii: [Radius]
  let tape: Tape

  init(_ tape: Tape, parameters: [Rational], precision: Int, extra: Int = 0) {
    self.tape = tape
    machine = Machine(tape, precision: precision, extra: extra)
    radii = Array(repeating: .zero, count: tape.slotCount + extra)
    for constant in tape.constants { radii[constant.slot] = rounding(constant.slot, constant.value) }
    for (slot, value) in zip(tape.parameterSlots, parameters) {
      machine.registers.set(slot, value)
      radii[slot] = rounding(slot, value)
    }
    run(level: 0)
  }

  /// The error of a rational number that was rounded into a register.
  private func rounding(_ slot: Int, _ value: Rational) -> Radius {
    let isExact = value.isInteger && machine.registers.integer(slot).map { Rational($0) == value } ?? false
    return isExact ? .zero : ulp(slot)
  }

  /// The first of the caller's own registers.
  var firstExtra: Int { machine.firstExtra }

  /// Sets a variable to an integer, exactly, and runs its level.
  mutating func set(level: Int, integer k: Int) {
    let slot = tape.variables[level - 1].value
    machine.registers.set(slot, integer: k)
    radii[slot] = .zero
    run(level: level)
  }

  /// Sets a variable to a number within a bound of which its true value lies, and runs its level.
  mutating func set(level: Int, _ value: Real, radius: Radius) {
    let slot = tape.variables[level - 1].value
    machine.registers.set(slot, value)
    // The number may have more bits than the register.
    radii[slot] = value.precision <= machine.precision ? radius : radius + ulp(slot)
    run(level: level)
  }

  /// Multiplies a register by a number within a bound of which its true value lies.
  mutating func multiply(_ result: Int, by factor: Real, radius: Radius) {
    let factorBound = Radius.powerOfTwo(factor.isZero ? 0 : factor.exponent)
    let inherited = factorBound * radii[result] + magnitude(result) * radius + radii[result] * radius
    machine.registers.multiply(result, factor)
    finish(result, inherited)
  }

  /// The bound of a register.
  func radius(_ slot: Int) -> Radius { radii[slot] }

  /// The number in a register with its proven error; nil where there is none.
  func outcome(_ slot: Int) -> PieceOutcome? {
    guard machine.registers.isFinite(slot), !radii[slot].isInfinite else { return nil }
    let value = machine.registers.real(slot)
    return PieceOutcome(
      value: value, scale: value.magnitude, errorExponent: radii[slot].binaryExponent, status: .converged,
      isCertified: true)
  }

  /// A bound for the magnitude of a register.
  func bound(_ slot: Int) -> Radius { magnitude(slot) + radii[slot] }

  /// Machine numbers between which a register lies; nil for one that is not known well enough.
  func interval(_ slot: Int) -> (low: Double, high: Double)? {
    let value = machine.registers.double(slot)
    guard value.isFinite else { return nil }
    if isExactlyZero(slot) { return (0, 0) }
    // Smaller numbers have not all the bits of machine arithmetic.
    guard value.magnitude > 0x1p-960 else { return nil }
    let exponent = machine.registers.exponent(slot)
    // A 0 that cancellation left has no digits, only a bound.
    guard exponent != Int.min, !radii[slot].isInfinite, radii[slot].binaryExponent < exponent - 50 else { return nil }
    let margin = value.magnitude * 0x1p-46
    return (value - margin, value + margin)
  }

  func isExactlyZero(_ slot: Int) -> Bool { machine.registers.isZero(slot) && radii[slot].isZero }

  mutating func absolute(_ result: Int, _ a: Int) {
    machine.registers.absolute(result, a)
    radii[result] = radii[a]
  }

  mutating func add(_ result: Int, _ a: Int, _ b: Int) {
    let radius = radii[a] + radii[b]
    machine.registers.add(result, a, b)
    finish(result, radius)
  }

  mutating func multiply(_ result: Int, _ a: Int, _ b: Int) {
    let radius = product(a, b)
    let isExactZero = machine.registers.isZero(a) || machine.registers.isZero(b)
    machine.registers.multiply(result, a, b)
    finish(result, radius)
    if !isExactZero, machine.registers.isZero(result) { radii[result] = radii[result] + Self.underflow }
  }

  mutating func exp(_ result: Int, _ a: Int) {
    let growth = radii[a].exponentialGrowth
    let isExactZero = isMinusInfinity(a) && radii[a].isZero
    machine.registers.exp(result, a)
    if isExactZero {
      radii[result] = .zero
    } else {
      finish(result, scaled(growth, by: result))
      if machine.registers.isZero(result) { radii[result] = radii[result] + Self.underflow }
    }
  }

  private mutating func run(level: Int) {
    for i in tape.levels[level] {
      let radius = propagated(i)
      let isExact = isOfIntegers(i)
      let mayUnderflow = mayUnderflow(i)
      machine.execute(i)
      if isExact {
        radii[i.result] = .zero
      } else {
        finish(i.result, isRelative(i) ? scaled(radius, by: i.result) : radius)
      }
      if mayUnderflow, machine.registers.isZero(i.result) { radii[i.result] = radii[i.result] + Self.underflow }
    }
  }

  /// A radius in relation to a register as one of its own; what is not known in relation to 0 is not known.
  private func scaled(_ radius: Radius, by slot: Int) -> Radius {
    radius.isInfinite ? .infinite : magnitude(slot) * radius
  }

  /// What a result that is 0 below the range of exponents may have been.
  private static let underflow = Radius.powerOfTwo(-(1 << 58))

  /// Whether an operation combines small integers, exactly known, to an integer, which the registers hold without rounding.
  private func isOfIntegers(_ i: Tape.Instruction) -> Bool {
    func isSmall(_ slot: Int) -> Bool {
      radii[slot].isZero && machine.registers.integer(slot).map { $0.magnitude < 1 << 30 } ?? false
    }
    guard machine.registers.precision >= 64 else { return false }
    switch i.operation {
    case .add, .subtract, .multiply: return isSmall(i.left) && isSmall(i.right)
    case .negate: return isSmall(i.left)
    default: return false
    }
  }

  /// Adds the rounding of a result to what it has inherited.
  private mutating func finish(_ slot: Int, _ inherited: Radius) {
    if machine.registers.isFinite(slot) {
      radii[slot] = inherited + ulp(slot)
    } else {
      // minus infinity for the logarithm of an exact 0 is exact, everything else is unknown.
      radii[slot] = inherited.isZero && isMinusInfinity(slot) ? .zero : .infinite
    }
  }

  func isMinusInfinity(_ slot: Int) -> Bool {
    !machine.registers.isFinite(slot) && !machine.registers.isNaN(slot) && machine.registers.sign(slot) < 0
  }

  func magnitude(_ slot: Int) -> Radius {
    let exponent = machine.registers.exponent(slot)
    return exponent == Int.min ? .zero : exponent == Int.max ? .infinite : .powerOfTwo(exponent)
  }

  /// One unit of the last place; 0 for 0, which arises only exactly.
  private func ulp(_ slot: Int) -> Radius {
    let exponent = machine.registers.exponent(slot)
    return exponent == Int.min || exponent == Int.max
      ? .zero : .powerOfTwo(exponent - machine.registers.precision)
  }

  func product(_ a: Int, _ b: Int) -> Radius {
    magnitude(a) * radii[b] + magnitude(b) * radii[a] + radii[a] * radii[b]
  }

  /// A lower bound for the magnitude of a ball.
  func least(_ slot: Int) -> Radius {
    let exponent = machine.registers.exponent(slot)
    return exponent == Int.min || exponent == Int.max ? .zero : radii[slot].subtracted(fromExponent: exponent)
  }

  func relative(_ radius: Radius, to slot: Int) -> Radius { radius.isZero ? .zero : radius / least(slot) }
}
