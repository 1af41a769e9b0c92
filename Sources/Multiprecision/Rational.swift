/// A rational number, always in lowest terms with a positive denominator.
public struct Rational: Hashable, Sendable {
  /// The numerator, which carries the sign.
  public let numerator: Integer
  /// The denominator, which is positive.
  public let denominator: Integer

  /// Takes parts that are already in lowest terms with a positive denominator.
  init(reduced numerator: Integer, over denominator: Integer) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The rational equal to a machine integer.
  public init(_ value: Int) { self.init(reduced: Integer(value), over: 1) }

  /// The rational equal to an integer.
  public init(_ value: Integer) { self.init(reduced: value, over: 1) }

  /// The quotient of two integers; the denominator must not be 0.
  public init(_ numerator: Integer, _ denominator: Integer) {
    precondition(!denominator.isZero, "division by zero")
    let divisor = Integer.gcd(numerator, denominator)
    let signed = denominator.signum < 0 ? -divisor : divisor
    if signed.isOne {
      self.init(reduced: numerator, over: denominator)
    } else {
      self.init(reduced: numerator.exactlyDivided(by: signed), over: denominator.exactlyDivided(by: signed))
    }
  }

  /// The quotient of two machine integers; the denominator must not be 0.
  public init(_ numerator: Int, _ denominator: Int) { self.init(Integer(numerator), Integer(denominator)) }

  /// Whether the denominator is 1.
  public var isInteger: Bool { denominator.isOne }

  /// The value as a machine integer, if it is one.
  public var asInt: Int? { isInteger ? numerator.asInt : nil }

  /// -1, 0 or 1.
  public var signum: Int { numerator.signum }

  /// Whether the value is 0.
  public var isZero: Bool { numerator.isZero }
  /// Whether the value is 1.
  public var isOne: Bool { numerator.isOne && isInteger }

  /// The absolute value.
  public var magnitude: Rational { signum < 0 ? -self : self }

  /// The greatest integer that is not larger.
  public var floor: Integer { isInteger ? numerator : numerator.floorDivided(by: denominator) }
}

extension Rational: ExpressibleByIntegerLiteral {
  /// The rational equal to a literal.
  public init(integerLiteral value: Int) { self.init(value) }
}
