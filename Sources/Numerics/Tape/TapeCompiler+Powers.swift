internal import Expressions
internal import Multiprecision

extension TapeCompiler {
  /// Integer exponents up to this size become multiplications of shared smaller powers.
  private static var longestMultiplicationChain: Int { 64 }

  /// Compiles `base^exponent` without a general power wherever something cheaper is exact to a few units in the last place.
  mutating func compilePower(_ base: Expr, _ exponent: Expr) throws -> Slot {
    guard let value = store.numberValue(exponent) else {
      // The bracket 0^e is 0 also where e < 0.
      return try compileGeneralPower(base, base == store.zero ? store.call("abs", [exponent]) : exponent)
    }
    if value.signum < 0 {
      let positive = try compile(store.power(base, store.number(-value)))
      // A power of a number can come back in another shape; dividing by the base's power stays right for it.
      return emit(.divide, constant(Rational(1)), positive)
    }
    if let n = value.asInt { return try compileIntegerPower(base, n) }
    if value.denominator == 2 { return try compileHalfIntegerPower(base, value) }
    return try compileGeneralPower(base, exponent)
  }

  private mutating func compileIntegerPower(_ base: Expr, _ n: Int) throws -> Slot {
    if n == 0 { return constant(Rational(1)) }
    if n == 1 { return try compile(base) }
    guard n <= Self.longestMultiplicationChain else {
      let slot = try compile(base)
      return emit(.powerInteger, level: slot.level, slot.index, extra: n)
    }
    let square = emit(.square, try compilePart(base, n / 2))
    return n.isMultiple(of: 2) ? square : emit(.multiply, square, try compile(base))
  }

  /// The power with a smaller exponent, shared with other occurrences.
  private mutating func compilePart(_ base: Expr, _ n: Int) throws -> Slot {
    n == 1 ? try compile(base) : try compile(store.power(base, store.integer(n)))
  }

  private mutating func compileHalfIntegerPower(_ base: Expr, _ exponent: Rational) throws -> Slot {
    if exponent == Rational(1, 2) { return emit(.squareRoot, try compile(base)) }
    guard let whole = exponent.floor.asInt, whole <= Self.longestMultiplicationChain else {
      return try compileGeneralPower(base, store.number(exponent))
    }
    let root = try compile(store.squareRoot(base))
    return emit(.multiply, try compilePart(base, whole), root)
  }

  /// In the loop over nodes a power costs one exponential, given that the logarithm of its base is at hand.
  private mutating func compileGeneralPower(_ base: Expr, _ exponent: Expr) throws -> Slot {
    let a = try compile(base)
    let b = try compile(exponent)
    let level = max(a.level, b.level)
    guard level > 0 else { return emit(.power, level: level, a.index, b.index) }
    let logarithm = try compile(store.log(base))
    return emit(.powerSharingLogarithm, level: level, a.index, b.index, extra: logarithm.index)
  }
}
