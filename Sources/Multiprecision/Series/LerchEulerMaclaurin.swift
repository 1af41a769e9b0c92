/// Lerch's transcendent for `0 < z < 1` by the Euler-Maclaurin formula (DLMF 2.10.1).
///
/// Beyond `N` direct terms the sum of `f(t) = z^t (a + t)^-s` is `int_N^inf f + f(N)/2 - sum_j B_2j/(2j)! f^(2j-1)(N)`, where
/// with `l = -log z` the integral is `z^-a l^(s-1) Gamma(1 - s, (a + N) l)`, and the derivatives come from the product of the
/// power series of the two factors. Its error is about the first omitted term.
enum LerchEulerMaclaurin {
  private static let z = 0
  private static let s = 1
  private static let q = 2
  private static let l = 3
  private static let term = 4
  private static let factor = 5
  private static let sum = 6
  private static let gamma = 7..<16

  /// Leaves the value in `dst` and returns the exponent of the largest quantity that entered it.
  static func evaluate(_ scratch: inout Registers, _ dst: Int, _ zIn: Int, _ sIn: Int, _ a: Int) -> Int {
    let precision = scratch.precision
    var work = Registers(count: 16, precision: precision)
    work.set(z, from: scratch, zIn)
    work.set(s, from: scratch, sIn)
    work.log(l, z)
    work.negate(l, l)
    let distance = Int(Swift.min(Swift.abs(work.double(s)), 1e6))
    let smallest = StirlingSeries.smallestArgument(precision: precision) + distance
    let start = scratch.compare(a, integer: smallest) >= 0 ? 0 : smallest - Int(scratch.double(a))
    var largest = directSum(&work, scratch, a, count: start)
    work.add(q, q, integer: start)
    largest = Swift.max(largest, addIntegral(&work, scratch, a, largest: largest))
    addCorrections(&work, start: start)
    scratch.set(dst, from: work, sum)
    return Swift.max(largest, work.size(sum))
  }

  /// The terms before `count`; leaves `a` in register `q`.
  private static func directSum(_ work: inout Registers, _ outer: borrowing Registers, _ a: Int, count: Int) -> Int {
    var largest = Registers.sizeOfZero
    work.set(q, from: outer, a)
    work.set(sum, integer: 0)
    work.set(gamma.lowerBound, integer: 1)
    work.negate(factor, s)
    let exponent = work.integer(s)
    for k in 0..<count {
      work.add(term, q, integer: k)
      if let exponent { work.powerInteger(term, term, -exponent) } else { work.power(term, term, factor) }
      work.multiply(term, term, gamma.lowerBound)
      work.add(sum, sum, term)
      largest = Swift.max(largest, work.size(term))
      work.multiply(gamma.lowerBound, gamma.lowerBound, z)
    }
    return largest
  }

  /// Adds `e^(a l) l^(s - 1) Gamma(1 - s, q l)` and returns the exponent of its error in units of the precision.
  private static func addIntegral(
    _ work: inout Registers, _ outer: borrowing Registers, _ a: Int, largest: Int
  ) -> Int {
    let first = gamma.lowerBound
    var arguments = Registers(count: 2, precision: work.precision)
    work.subtract(factor, integer: 1, s)
    work.multiply(term, q, l)
    arguments.set(0, from: work, factor)
    arguments.set(1, from: work, term)
    RealFunction.gammainc.apply(&arguments, 0, [0, 1])
    work.set(first, from: arguments, 0)
    // l^(s - 1) e^(a l) as one exponential.
    work.log(first + 1, l)
    work.multiply(first + 1, first + 1, factor)
    work.set(first + 2, from: outer, a)
    work.multiply(first + 2, first + 2, l)
    work.subtract(first + 2, first + 2, first + 1)
    let amplification = Swift.max(work.size(first + 1), work.size(term), 0) + 2
    work.exp(first + 2, first + 2)
    work.multiply(first, first, first + 2)
    work.add(sum, sum, first)
    return work.isZero(first) ? Registers.noCancellation : work.size(first) + amplification
  }

  /// Adds `f(N)/2 - sum_j B_2j/(2j)! f^(2j-1)(N)`.
  private static func addCorrections(_ work: inout Registers, start: Int) {
    let precision = work.precision
    let table = AsymptoticCoefficients.table(.eulerMaclaurin, precision: precision)
    // f(N + u) = f(N) e^(-l u) (1 + u/q)^-s: the two series, and their product's coefficient of u^(2j-1).
    let count = 2 * table.count
    var series = Registers(count: 2 * count, precision: precision)
    taylorCoefficients(&work, &series, count: count)
    work.set(factor, 0.5)
    let first = gamma.lowerBound
    for j in 1...table.count {
      let m = 2 * j - 1
      work.set(term, integer: 0)
      for i in 0...m {
        work.set(first, from: series, i)
        work.multiply(first, first, from: series, count + m - i)
        work.add(term, term, first)
      }
      work.multiply(term, term, Integer.factorial(m))
      work.multiply(term, term, from: table.registers, j - 1)
      work.subtract(factor, factor, term)
      if work.isZero(term) || work.size(term) < -precision - 8 { break }
      if j == table.count { work.setNaN(factor) }
    }
    work.powerInteger(term, z, start)
    work.multiply(factor, factor, term)
    work.negate(first, s)
    work.power(term, q, first)
    work.multiply(factor, factor, term)
    work.add(sum, sum, factor)
  }

  /// `(-l)^i / i!` from register 0 and the binomial coefficients `(-s over i) q^-i` from register `count` of `series`.
  private static func taylorCoefficients(_ work: inout Registers, _ series: inout Registers, count: Int) {
    let first = gamma.lowerBound
    series.set(0, integer: 1)
    series.set(count, integer: 1)
    for i in 1..<count {
      series.multiply(i, i - 1, from: work, l)
      series.divide(i, i, integer: -i)
      work.add(first, s, integer: i - 1)
      work.divide(first, first, q)
      series.multiply(count + i, count + i - 1, from: work, first)
      series.divide(count + i, count + i, integer: -i)
    }
  }
}
