internal import Multiprecision

/// What an instruction makes of the errors of its operands.
extension BallMachine {
  /// What the errors of the operands make of the result, before its rounding; in relation to it where `isRelative` says so.
  func propagated(_ i: Tape.Instruction) -> Radius {
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

  /// Whether what an instruction makes of the errors of its operands is found in relation to its result.
  func isRelative(_ i: Tape.Instruction) -> Bool {
    switch i.operation {
    case .exp, .power: true
    case .call: tape.functions[i.extra].proof == .besselAtSmallIntegers
    default: false
    }
  }

  /// Whether a result of 0 is no exact one.
  func mayUnderflow(_ i: Tape.Instruction) -> Bool {
    switch i.operation {
    case .exp: !isMinusInfinity(i.left)
    case .multiply, .select, .multiplyVanishing:
      !machine.registers.isZero(i.left) && !machine.registers.isZero(i.right)
    case .square, .powerInteger, .power, .divide: !machine.registers.isZero(i.left)
    default: false
    }
  }
}

extension Radius {
  /// A bound for the square root.
  fileprivate var rootBound: Radius {
    isZero || isInfinite ? self : .powerOfTwo((binaryExponent + 1) >> 1)
  }
}
