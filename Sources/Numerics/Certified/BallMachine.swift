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
  private var radii: [Radius]
  private let tape: Tape

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

  mutating func copy(_ result: Int, _ a: Int) {
    machine.registers.set(result, a)
    radii[result] = radii[a]
  }

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
      finish(result, magnitude(result) * growth)
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
        finish(i.result, isRelative(i) ? magnitude(i.result) * radius : radius)
      }
      if mayUnderflow, machine.registers.isZero(i.result) { radii[i.result] = radii[i.result] + Self.underflow }
    }
  }

  /// What a result that is 0 below the range of exponents may have been.
  private static let underflow = Radius.powerOfTwo(-(1 << 58))

  /// Whether a result of 0 is no exact one.
  private func mayUnderflow(_ i: Tape.Instruction) -> Bool {
    switch i.operation {
    case .exp: !isMinusInfinity(i.left)
    case .multiply, .select, .multiplyVanishing:
      !machine.registers.isZero(i.left) && !machine.registers.isZero(i.right)
    case .square, .powerInteger, .power, .divide: !machine.registers.isZero(i.left)
    default: false
    }
  }

  /// Whether what an instruction makes of the errors of its operands is found in relation to its result.
  private func isRelative(_ i: Tape.Instruction) -> Bool {
    switch i.operation {
    case .exp, .power: true
    case .call: tape.functions[i.extra].proof == .besselAtSmallIntegers
    default: false
    }
  }

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

  private func isMinusInfinity(_ slot: Int) -> Bool {
    !machine.registers.isFinite(slot) && !machine.registers.isNaN(slot) && machine.registers.sign(slot) < 0
  }

  private func magnitude(_ slot: Int) -> Radius {
    let exponent = machine.registers.exponent(slot)
    return exponent == Int.min ? .zero : exponent == Int.max ? .infinite : .powerOfTwo(exponent)
  }

  /// One unit of the last place; 0 for 0, which arises only exactly.
  private func ulp(_ slot: Int) -> Radius {
    let exponent = machine.registers.exponent(slot)
    return exponent == Int.min || exponent == Int.max
      ? .zero : .powerOfTwo(exponent - machine.registers.precision)
  }

  private func product(_ a: Int, _ b: Int) -> Radius {
    magnitude(a) * radii[b] + magnitude(b) * radii[a] + radii[a] * radii[b]
  }

  /// A lower bound for the magnitude of a ball.
  private func least(_ slot: Int) -> Radius {
    let exponent = machine.registers.exponent(slot)
    return exponent == Int.min || exponent == Int.max ? .zero : radii[slot].subtracted(fromExponent: exponent)
  }

  private func relative(_ radius: Radius, to slot: Int) -> Radius { radius.isZero ? .zero : radius / least(slot) }

  /// What the errors of the operands make of the result, before its rounding; in relation to it where `isRelative` says so.
  private func propagated(_ i: Tape.Instruction) -> Radius {
    let a = radii[i.left]
    switch i.operation {
    case .add, .subtract: return a + radii[i.right]
    case .multiply: return product(i.left, i.right)
    case .multiplyVanishing, .select:
      return machine.registers.isZero(i.left) && a.isZero ? .zero : product(i.left, i.right)
    case .divide:
      // |a/b - A/B| <= (r_a + |a/b| r_b) / |B|
      let b = radii[i.right]
      if a.isZero, b.isZero { return .zero }
      return relative(a + magnitude(i.left) / least(i.right) * b, to: i.right)
    case .negate: return a
    case .square: return product(i.left, i.left)
    case .squareRoot: return a.isZero ? .zero : a / least(i.left) * magnitude(i.left).rootBound
    case .exp: return a.exponentialGrowth
    case .log: return relative(a, to: i.left)
    case .powerInteger: return powerInteger(i)
    case .log1p: return logarithmOfSuccessor(i.left)
    // Either the exponential's error, or what that of its argument makes of it.
    case .complement: return a + bound(i.left) * radii[i.right].exponentialGrowth
    case .power: return power(i.left, i.right)
    case .powerSharingLogarithm: return .infinite
    case .call: return called(i)
    }
  }

  /// `|x|^n ((1 + r)^n - 1)` with the relative radius r, for r n up to one half below `2 n r |x|^n`.
  private func powerInteger(_ i: Tape.Instruction) -> Radius {
    if radii[i.left].isZero { return .zero }
    let growth = relative(radii[i.left], to: i.left) * Radius(Double(i.extra.magnitude), exponent: 0)
    let exponent = machine.registers.exponent(i.left)
    guard growth.isSmall, exponent != Int.min, exponent != Int.max else { return .infinite }
    let (product, isBeyond) = i.extra.multipliedReportingOverflow(by: exponent)
    guard !isBeyond, product.magnitude < 1 << 60 else { return .infinite }
    return growth * .powerOfTwo(1 + max(product, product - i.extra))
  }

  /// What an error of x makes of `log(1 + x)`.
  private func logarithmOfSuccessor(_ slot: Int) -> Radius {
    let radius = radii[slot]
    if radius.isZero { return .zero }
    if machine.registers.exponent(slot) > 1, machine.registers.sign(slot) > 0 { return relative(radius, to: slot) }
    let least = 1 + machine.registers.double(slot) - radius.upperDouble - 0x1p-40
    return least > 0x1p-30 ? radius * Radius(1 / least, exponent: 0) : .infinite
  }

  /// `x^y ((1 + r)^|y| (x e^r)^s - 1)` in relation to `x^y` with the relative radius r of a positive x and the radius s of y.
  private func power(_ base: Int, _ exponent: Int) -> Radius {
    guard machine.registers.sign(base) > 0 else { return .infinite }
    let relative = relative(radii[base], to: base)
    guard relative.isSmall else { return .infinite }
    let logarithm = Radius(Double(machine.registers.exponent(base).magnitude) + 2, exponent: 0)
    return (bound(exponent) * relative * .powerOfTwo(1) + logarithm * radii[exponent]).exponentialGrowth
  }

  private func called(_ i: Tape.Instruction) -> Radius {
    let arguments = tape.argumentLists[i.left]
    guard let proof = tape.functions[i.extra].proof else { return .infinite }
    guard let argument = arguments.first else { return .zero }
    switch proof {
    case .besselAtSmallIntegers: return bessel(order: argument, arguments[1])
    case .slopeAtMostOne: return radii[argument]
    case .atSmallIntegers:
      let isExact = radii[argument].isZero && machine.registers.integer(argument).map { $0 >= 0 && $0 <= 400 } ?? false
      return isExact ? .zero : .infinite
    }
  }

  /// What the error of a Bessel function's argument makes of its value, in relation to the value: see the proof.
  private func bessel(order: Int, _ x: Int) -> Radius {
    guard radii[order].isZero, let n = machine.registers.integer(order), (0...400).contains(n),
      machine.registers.sign(x) > 0, machine.registers.double(x) < 0.3 * Double(machine.precision)
    else { return .infinite }
    return (radii[x] + Radius(Double(n), exponent: 0) * relative(radii[x], to: x)).exponentialGrowth
  }
}

extension Radius {
  /// A bound for the square root.
  fileprivate var rootBound: Radius {
    isZero || isInfinite ? self : .powerOfTwo((binaryExponent + 1) >> 1)
  }
}
