internal import Multiprecision

/// Exponentials of short binary fractions, such as the nodes of rules: the products of those of their digits to base 64.
///
/// One takes two or three multiplications once the digits are known, and depends on nothing but its argument, however many
/// came before it: whatever evaluation asks first, all find the same. The powers of a digit are rounded fewer than 64 times
/// each, so that 32 bits more than a result is rounded to leave it correct to the last bit but for one in 2^24.
final class NodeExponentials {
  /// The powers of one digit: `exp(k u)` for a unit u and k below 64.
  private final class Digit {
    private let unit: Double
    /// The powers, in the places of their k; the first is for the work.
    private var registers: Registers
    private var isKnown: UInt64 = 0

    init(unit: Double, precision: Int) {
      self.unit = unit
      registers = Registers(count: 64, precision: precision)
    }

    /// Multiplies a register by `exp(k u)`, for k from 1 to 63, with another for the work.
    func multiply(_ target: inout Registers, _ register: Int, work: Int, power k: Int) {
      find(k)
      target.set(work, from: registers, k)
      target.multiply(register, register, work)
    }

    /// `exp(k u)` as the square of one with half of k, or as the one before times `exp(u)`.
    private func find(_ k: Int) {
      guard isKnown & (1 << UInt64(k)) == 0 else { return }
      isKnown |= 1 << UInt64(k)
      if k == 1 {
        registers.set(0, unit)
        registers.exp(1, 0)
        return
      }
      let part = k % 2 == 0 ? k / 2 : k - 1
      find(part)
      find(k - part)
      registers.multiply(k, part, k - part)
    }
  }

  private static let digitCount = 3
  private static let base = 64.0

  private let precision: Int
  private var product: Registers
  /// The digits in the order of their units: 1, 1/64, ...; those of -1 last.
  private var digits: [Digit?]

  init(precision: Int) {
    self.precision = precision
    product = Registers(count: 2, precision: precision)
    digits = Array(repeating: nil, count: Self.digitCount + 2)
  }

  /// Stores `exp(t)` into a register of at least as many bits.
  func store(_ t: Double, into target: inout Registers, _ register: Int) {
    let whole = t.rounded(.down)
    let scaled = (t - whole) * Double.powerOfTwo(6 * Self.digitCount)
    if whole.magnitude >= Self.base || scaled != scaled.rounded() {
      product.set(1, t)
      product.exp(0, 1)
    } else {
      product.set(0, integer: 1)
      multiply(whole < 0 ? Self.digitCount + 1 : 0, unit: whole < 0 ? -1 : 1, power: Int(whole.magnitude))
      for place in 1...Self.digitCount {
        let shift = 6 * (Self.digitCount - place)
        multiply(place, unit: .powerOfTwo(-6 * place), power: (Int(scaled) >> shift) & 63)
      }
    }
    target.set(register, from: product, 0)
  }

  private func multiply(_ place: Int, unit: Double, power: Int) {
    guard power > 0 else { return }
    let digit = digits[place] ?? Digit(unit: unit, precision: precision)
    digits[place] = digit
    digit.multiply(&product, 0, work: 1, power: power)
  }
}
