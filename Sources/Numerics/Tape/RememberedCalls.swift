internal import Multiprecision

/// Values of functions of the parameters, which the tapes of an evaluation have in common: each is found once, though the two
/// halves of an interval, and each of its pieces, have tapes of their own. What is known to more bits is rounded for those
/// who want fewer.
final class RememberedCalls {
  private struct Call {
    /// Held, for the address of a function that has gone may become that of another.
    let function: RealFunction.Identity
    let arguments: [Real]
    let value: Real
    let precision: Int
    let hasRounded: Bool
  }

  private var calls: [ObjectIdentifier: [Call]] = [:]

  /// Does what the function's `apply` does.
  func apply(_ function: RealFunction, _ registers: inout Registers, _ result: Int, _ arguments: [Int]) {
    let key = ObjectIdentifier(function.identity)
    let precision = registers.precision
    let values = arguments.map { registers.real($0) }
    if let known = calls[key]?.first(where: { $0.precision >= precision && $0.arguments == values }) {
      registers.set(result, known.value)
      if known.hasRounded { registers.noteRounding() }
      return
    }
    registers.forgetRounding()
    function.apply(&registers, result, arguments)
    let call = Call(
      function: function.identity, arguments: values, value: registers.real(result), precision: precision,
      hasRounded: registers.hasRounded)
    calls[key, default: []].append(call)
  }
}
