internal import Multiprecision

/// Values of functions of the parameters, which the tapes of an evaluation have in common: each is found once for each
/// precision, though the two halves of an interval, and each of its pieces, have tapes of their own.
final class RememberedCalls {
  private struct Key: Hashable {
    let function: ObjectIdentifier
    let precision: Int
  }

  private struct Call {
    /// Held, for the address of a function that has gone may become that of another.
    let function: RealFunction.Identity
    let arguments: [Real]
    let value: Real
    let hasRounded: Bool
  }

  private var calls: [Key: [Call]] = [:]

  /// Does what the function's `apply` does.
  func apply(_ function: RealFunction, _ registers: inout Registers, _ result: Int, _ arguments: [Int]) {
    let key = Key(function: ObjectIdentifier(function.identity), precision: registers.precision)
    let values = arguments.map { registers.real($0) }
    if let known = calls[key]?.first(where: { $0.arguments == values }) {
      registers.set(result, known.value)
      if known.hasRounded { registers.noteRounding() }
      return
    }
    registers.forgetRounding()
    function.apply(&registers, result, arguments)
    let call = Call(
      function: function.identity, arguments: values, value: registers.real(result), hasRounded: registers.hasRounded)
    calls[key, default: []].append(call)
  }
}
