internal import Multiprecision

extension Machine {
  /// By how many units of its last place a result moves; no two of these make up for each other.
  private static let shifts = [5, -7, 11, -13]

  /// The extra registers that a perturbed run takes.
  static var perturbingRegisters: Int { shifts.count }

  /// Sets the parameters and runs the prologue, moving every result that was rounded by a few units of its last place, some
  /// up and some down.
  ///
  /// Two runs whose rounding coincides agree on what is wrong: where `f` is 1 up to the last bit, `f - f^2` is 0 at either
  /// precision. What a run that was moved agrees on does not come from rounding. Source: J. Vignes, Discrete stochastic
  /// arithmetic for validating results of numerical software, Numerical Algorithms 37 (2004).
  mutating func bindPerturbed(_ bind: (inout Machine) -> Void) {
    for (position, shift) in Self.shifts.enumerated() {
      let slot = firstExtra + position
      registers.set(slot, integer: shift)
      registers.multiplyByPowerOfTwo(slot, slot, -precision)
      registers.add(slot, slot, integer: 1)
    }
    isPerturbed = true
    bind(&self)
  }

  /// Runs one instruction and moves its result, if that was rounded.
  mutating func executePerturbed(_ i: Tape.Instruction) {
    registers.forgetRounding()
    execute(i)
    if registers.hasRounded, registers.isFinite(i.result) {
      registers.multiply(i.result, i.result, firstExtra + i.result % Self.shifts.count)
    }
  }
}
