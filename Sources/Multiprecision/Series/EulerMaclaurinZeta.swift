/// The derivative of order `n` by `s` of the Hurwitz zeta function by the Euler-Maclaurin formula (DLMF 25.11.5).
///
/// With `q = a + N` the tail beyond `N` direct terms is `q^-s (q/(s - 1) + 1/2 + sum_j B_2j/(2j)! (s)_(2j-1) q^(1-2j))`. Its
/// derivative is read off as the coefficient of `e^n` with `s + e` in place of `s`: each factor is a power series of
/// `n + 1` coefficients. Register 0 receives the value; 1 holds `s` and 2 holds `a`.
struct EulerMaclaurinZeta {
  let order: Int

  private let term = 3
  private let base = 4
  private let step = 5
  private let inverse = 6
  /// The first of the `order + 1` registers of each power series.
  private var bracket: Int { 7 }
  private var rising: Int { 8 + order }
  private var exponential: Int { 9 + 2 * order }

  static func registerCount(order: Int) -> Int { 10 + 3 * order }

  /// Leaves the value in register 0 and returns the exponent of the largest quantity that entered it.
  func evaluate(_ scratch: inout Registers) -> Int {
    // The tail's terms fall while 2j + |s| is below 2 pi q, so large s need a larger q.
    let distance = Swift.min(Swift.abs(scratch.double(1)), 1e6)
    let smallest = Self.smallestArgument(precision: scratch.precision) + order + Int(distance)
    let directTerms = scratch.compare(2, integer: smallest) >= 0 ? 0 : smallest - Int(scratch.double(2))
    scratch.set(0, integer: 0)
    var largest = Registers.sizeOfZero
    let negligible = scratch.precision + 2 * order + 64
    let sharedPowers = Swift.min(directTerms, termsBefore(negligible, scratch))
    var powers = IntegerPowers(scratch, exponent: 1, count: scratch.compare(2, integer: 1) == 0 ? sharedPowers : 0)
    for k in 0..<directTerms {
      scratch.add(base, 2, integer: k)
      powers.count > k ? powers.power(of: k + 1, &scratch, term) : directPower(&scratch)
      multiplyByLogarithms(&scratch)
      if scratch.isZero(term) {
        // The logarithm of 1 at first, later a power below the least number, as are all that follow.
        if k > 0 { return largest }
        continue
      }
      largest = Swift.max(largest, scratch.size(term))
      // For large s the sum is over long before the tail is worth its while.
      if k > 1 && scratch.size(term) < largest - negligible { return largest }
      scratch.add(0, 0, term)
    }
    scratch.add(base, 2, integer: directTerms)
    tailBracket(&scratch)
    tailPower(&scratch)
    largest = Swift.max(largest, addTail(&scratch))
    // The exponentials multiply the error of their arguments by their size.
    return largest + (scratch.isInteger(1) ? 0 : Swift.max(scratch.size(1), 0) + 4)
  }

  /// The argument from which on the tail reaches the precision: a power costs as much as twenty terms of the tail, so that
  /// it is smaller than for the Stirling series, and about `0.2` terms for each bit are needed.
  private static func smallestArgument(precision: Int) -> Int { precision * 13 / 100 + 2 }

  /// A number at least as large as that of the integers whose powers `k^-s` are above `2^-bits`.
  private func termsBefore(_ bits: Int, _ scratch: borrowing Registers) -> Int {
    let exponent = (Double(bits) / scratch.double(1)).rounded(.up)
    return (0..<60).contains(exponent) ? 1 + 1 << Int(exponent) : .max
  }

  /// `term = base^-s`.
  private func directPower(_ scratch: inout Registers) {
    if let exponent = scratch.integer(1) {
      scratch.powerInteger(term, base, -exponent)
    } else {
      scratch.log(term, base)
      scratch.multiply(term, term, 1)
      scratch.negate(term, term)
      scratch.exp(term, term)
    }
  }

  /// Multiplies the term by `(-log base)^n`.
  private func multiplyByLogarithms(_ scratch: inout Registers) {
    if order == 0 { return }
    scratch.log(step, base)
    scratch.negate(step, step)
    scratch.powerInteger(step, step, order)
    scratch.multiply(term, term, step)
  }

  /// The series of `q/(s - 1) + 1/2 + ...`, from register `bracket`; not a number if it does not settle.
  private func tailBracket(_ scratch: inout Registers) {
    scratch.subtract(step, 1, integer: 1)
    scratch.divide(bracket, base, step)
    for i in 1..<order + 1 {
      scratch.divide(bracket + i, bracket + i - 1, step)
      scratch.negate(bracket + i, bracket + i)
    }
    scratch.set(step, 0.5)
    scratch.add(bracket, bracket, step)
    // (s + e) / q, then two further factors over q^2 for each j.
    for i in 0...order { scratch.set(rising + i, integer: i == 1 ? 1 : 0) }
    scratch.set(rising, 1)
    scratch.divide(inverse, integer: 1, base)
    for i in 0...order { scratch.multiply(rising + i, rising + i, inverse) }
    let table = AsymptoticCoefficients.table(.eulerMaclaurin, precision: scratch.precision)
    for j in 1...table.count {
      var isNegligible = true
      for i in 0...order {
        scratch.multiply(term, rising + i, from: table.registers, j - 1)
        if !scratch.isZero(term) && scratch.size(term) > scratch.size(bracket + i) - scratch.precision - 8 {
          isNegligible = false
        }
        scratch.add(bracket + i, bracket + i, term)
      }
      if isNegligible { return }
      multiplyRising(&scratch, 2 * j - 1)
      multiplyRising(&scratch, 2 * j)
    }
    scratch.setNaN(bracket)
  }

  /// Multiplies the rising factorial by `(s + e + m) / q`.
  private func multiplyRising(_ scratch: inout Registers, _ m: Int) {
    scratch.add(step, 1, integer: m)
    if order == 0 {
      scratch.multiply(step, step, inverse)
      scratch.multiply(rising, rising, step)
      return
    }
    for i in stride(from: order, through: 0, by: -1) {
      scratch.multiply(rising + i, rising + i, step)
      if i > 0 { scratch.add(rising + i, rising + i, rising + i - 1) }
      scratch.multiply(rising + i, rising + i, inverse)
    }
  }

  /// The series of `q^-(s + e)`, from register `exponential`.
  private func tailPower(_ scratch: inout Registers) {
    scratch.log(step, base)
    scratch.negate(step, step)
    scratch.multiply(exponential, step, 1)
    scratch.exp(exponential, exponential)
    for i in 1..<order + 1 {
      scratch.multiply(exponential + i, exponential + i - 1, step)
      scratch.divide(exponential + i, exponential + i, integer: i)
    }
  }

  /// Adds `n!` times the coefficient of `e^n` of the product of the two series.
  private func addTail(_ scratch: inout Registers) -> Int {
    let factorial = Integer.factorial(order)
    var largest = Registers.sizeOfZero
    for i in 0...order {
      scratch.multiply(term, bracket + i, exponential + order - i)
      scratch.multiply(term, term, factorial)
      largest = Swift.max(largest, scratch.size(term))
      scratch.add(0, 0, term)
    }
    return largest
  }
}
