import Multiprecision
import TestSupport

extension SplitMix {
  /// An integer that is tiny, near the ends of the machine's range, or far beyond it.
  mutating func integer() -> Integer {
    let sign = Bool.random(using: &self) ? 1 : -1
    switch Int.random(in: 0..<4, using: &self) {
    case 0: return Integer(Int.random(in: -9...9, using: &self))
    case 1: return Integer(sign == 1 ? Int.max : Int.min) - Integer(sign * Int.random(in: -3...3, using: &self))
    case 2: return Integer(Int.random(in: Int.min...Int.max, using: &self))
    default:
      let bits = Int.random(in: 60...300, using: &self)
      return Integer(sign) * (Integer(2).power(bits) + Integer(Int.random(in: 0...Int.max, using: &self)))
    }
  }

  mutating func nonzeroInteger() -> Integer {
    let value = integer()
    return value.isZero ? 1 : value
  }

  mutating func rational() -> Rational { Rational(integer(), nonzeroInteger()) }
}
