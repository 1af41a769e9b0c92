/// An evaluator of one function of the language.
///
/// `apply` stores the value of the function at the arguments, accurate to a few units in the last place at the precision
/// of the registers; outside the domain that value is not a number. The result may be one of the arguments. Each evaluator
/// is a static constant named after its function, in a file of its own.
public struct RealFunction: Sendable {
  /// The number of arguments.
  public let arity: Int

  /// Stores the function of the registers `arguments` into the register `result`.
  public let apply: @Sendable (_ registers: inout Registers, _ result: Int, _ arguments: [Int]) -> Void

  /// What is proven of the values; nil if no more than an error analysis of a few units of the last place.
  public let proof: Proof?

  /// A proven bound for the error of an evaluator.
  public enum Proof: Sendable {
    /// Within one unit of the last place of a function whose slope is nowhere larger than 1.
    case slopeAtMostOne
    /// Within one unit of the last place at the integers from 0 to 400, where it has a value.
    case atSmallIntegers
    /// Within one unit of the last place where the first argument n is an integer from 0 to 400 and the second, x, is positive
    /// and below 0.3 bits of the precision; the derivative of the logarithm by x lies between 0 and `1 + n/x`.
    case besselAtSmallIntegers
  }

  /// A bound for the modulus at complex numbers with an imaginary part of at most that size, where the function is
  /// analytic; nil where none is known.
  public let stripBound: (@Sendable (Double) -> Double)?

  /// The same in machine arithmetic, to within a few units of the last place of the larger of value, argument and 1; nil
  /// where there is none.
  public let machine: (@Sendable (Double) -> Double)?

  /// What copies of an evaluator have in common, and no other evaluator has.
  public let identity: Identity

  /// An object that is equal to itself alone.
  public final class Identity: Sendable {}

  /// An evaluator from its parts; for use by the function table only.
  public init(
    arity: Int, proof: Proof? = nil, machine: (@Sendable (Double) -> Double)? = nil,
    stripBound: (@Sendable (Double) -> Double)? = nil,
    apply: @escaping @Sendable (_ registers: inout Registers, _ result: Int, _ arguments: [Int]) -> Void
  ) {
    identity = Identity()
    self.arity = arity
    self.proof = proof
    self.machine = machine
    self.stripBound = stripBound
    self.apply = apply
  }

  /// The evaluator with one in machine arithmetic.
  func approximated(by machine: @escaping @Sendable (Double) -> Double) -> RealFunction {
    RealFunction(arity: arity, proof: proof, machine: machine, stripBound: stripBound, apply: apply)
  }

  /// The evaluator with a proven bound for its error.
  func proven(_ proof: Proof) -> RealFunction {
    RealFunction(arity: arity, proof: proof, machine: machine, stripBound: stripBound, apply: apply)
  }

  /// The evaluator with a bound for its modulus in strips of the complex plane.
  func bounded(inStrips stripBound: @escaping @Sendable (Double) -> Double) -> RealFunction {
    RealFunction(arity: arity, proof: proof, machine: machine, stripBound: stripBound, apply: apply)
  }

  /// The value at `arguments`, computed with `precision` bits.
  public func callAsFunction(_ arguments: Real..., precision: Int) -> Real {
    callAsFunction(arguments, precision: precision)
  }

  /// The value at `arguments`, computed with `precision` bits.
  public func callAsFunction(_ arguments: [Real], precision: Int) -> Real {
    precondition(arguments.count == arity, "wrong number of arguments")
    var registers = Registers(count: arity + 1, precision: precision)
    for (index, argument) in arguments.enumerated() { registers.set(index, argument) }
    apply(&registers, arity, Array(0..<arity))
    return registers.real(arity)
  }

  /// An evaluator without arguments.
  static func constant(_ body: @escaping @Sendable (inout Registers, Int) -> Void) -> RealFunction {
    RealFunction(arity: 0) { registers, result, _ in body(&registers, result) }
  }

  /// An evaluator of one argument.
  static func unary(_ body: @escaping @Sendable (inout Registers, Int, Int) -> Void) -> RealFunction {
    RealFunction(arity: 1) { registers, result, arguments in body(&registers, result, arguments[0]) }
  }

  /// An evaluator of two arguments.
  static func binary(_ body: @escaping @Sendable (inout Registers, Int, Int, Int) -> Void) -> RealFunction {
    RealFunction(arity: 2) { registers, result, arguments in body(&registers, result, arguments[0], arguments[1]) }
  }
}
