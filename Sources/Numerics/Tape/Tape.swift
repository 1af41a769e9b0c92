internal import Multiprecision

/// A straight-line program that evaluates several expressions together, every common sub-expression once.
///
/// Instructions are sorted into levels by what they depend on: level 0 holds those of the parameters alone (the prologue,
/// run once for each parameter point), level k those that need the k-th variable but no later one. Within a level they
/// stand in such an order that a prefix computes the first output alone.
public struct Tape: Sendable {
  /// What an instruction does; the elementary operations of the language and calls of its function table.
  enum Operation: UInt8, Sendable {
    case add, subtract, multiply, divide, negate, square, squareRoot, exp, log
    /// The logarithm of 1 plus `left`.
    case log1p
    /// 1 minus `left`, which is the exponential of `right`: by way of that where the difference would cancel.
    case complement
    /// `left * right`, where a left factor that is exactly 0 makes an infinite right factor vanish.
    case multiplyVanishing
    /// `left * right`, where a left factor that is exactly 0 makes anything vanish, defined or not.
    case select
    /// `left` to the integer power `extra`.
    case powerInteger
    /// `left ^ right`.
    case power
    /// `left ^ right` by way of the logarithm of `left` in slot `extra`, which is in use already.
    case powerSharingLogarithm
    /// Function `extra` applied to argument list `left`.
    case call
  }

  /// One operation on slots of the machine.
  struct Instruction: Sendable {
    let operation: Operation
    let result: Int
    var left = 0
    var right = 0
    var extra = 0
  }

  /// Where a variable, and what comes with it, is kept.
  struct VariableSlots: Sendable {
    let value: Int
    var logarithm: Int?
    var rest: Int?
    var restLogarithm: Int?
  }

  /// A number that the machine loads when it is made.
  struct Constant: Sendable {
    let slot: Int
    let value: Rational
  }

  /// An exponential of less than 2 to this power costs its distance from 1 more bits than are worth a second one.
  static let cancellingExponent = -2

  /// The number of slots that a machine needs.
  var slotCount = 0
  var constants: [Constant] = []
  var parameterSlots: [Int] = []
  var variables: [VariableSlots] = []
  var functions: [RealFunction] = []
  var argumentLists: [[Int]] = []
  /// The instructions of each level; level 0 is the prologue.
  var levels: [[Instruction]] = []
  /// The values of the outputs; integrands of a density are in `multiples`.
  var outputSlots: [Int] = []
  /// How many instructions of each level the first output needs.
  var firstOutputLengths: [Int] = []
  /// The products of a density and its integrands, in the order in which they are to be found.
  var multiples: [Multiple] = []
  /// The first output as the logarithm of a product of powers, in tapes of densities where it is one.
  var densityPowers: DensityPowers?

  /// The number of expressions that the tape evaluates.
  public var outputCount: Int { outputSlots.count }

  /// The number of instructions of each level, the prologue first.
  public var instructionCounts: [Int] { levels.map(\.count) }

  /// Whether every instruction may have a proven error, so that ball arithmetic is worth while.
  var isProvable: Bool {
    levels.joined().allSatisfy { i in
      switch i.operation {
      case .powerSharingLogarithm: false
      case .call: functions[i.extra].proof != nil || argumentLists[i.left].isEmpty
      default: true
      }
    }
  }

  /// Whether some instruction or output needs the logarithms that come with a variable.
  func needsLogarithms(of variable: Int) -> Bool {
    let slots = [variables[variable].logarithm, variables[variable].restLogarithm].compactMap { $0 }
    return slots.contains { slot in
      outputSlots.contains(slot) || multiples.contains { $0.factor == slot }
        || levels.joined().contains { $0.operands(argumentLists).contains(slot) }
    }
  }
}
