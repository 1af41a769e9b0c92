internal import CMPFR

/// A power series with positive rational coefficients, summed in fixed point by rectangular splitting.
///
/// Of `N` terms only about `2 sqrt(N)` products are long: the powers up to the m-th, and one for each row of m terms. Within
/// a row coefficients are single limbs over a denominator that a group of neighbouring terms has in common. A term of order
/// k is at most `2^(-k b)` for an argument below `2^-b`, so rows of high order take correspondingly fewer limbs. Source:
/// F. Johansson, Efficient implementation of elementary functions in the medium-precision range, ARITH 22 (2015).
///
/// Every truncation costs less than a unit of the last place of the limbs in use, a product up to nine (see
/// `FixedPointProduct`), which count in the first row alone: the error is below `4 N + 40` units.
///
/// Its numbers are kept for ever, and not counted, because the tables that it belongs to are.
struct PowerSeries {
  /// The coefficient of each power as a multiple of its group's unit.
  private let coefficients: UnsafePointer<mp_limb_t>
  /// By what the sum so far is divided, and then multiplied, once the term of an order is in; 1 for nothing.
  private let divisors: UnsafePointer<mp_limb_t>
  private let multipliers: UnsafePointer<mp_limb_t>

  /// The largest denominator of a group: sums of a few of its multiples still fit a limb.
  private static let largestUnit: mp_limb_t = 1 << 60

  private init(coefficients: [mp_limb_t], divisors: [mp_limb_t], multipliers: [mp_limb_t]) {
    func kept(_ numbers: [mp_limb_t]) -> UnsafePointer<mp_limb_t> {
      let place = UnsafeMutableBufferPointer<mp_limb_t>.allocate(capacity: numbers.count)
      _ = place.initialize(from: numbers)
      // A series has terms, and a buffer that is not empty an address.
      return UnsafePointer(place.baseAddress!)
    }
    self.coefficients = kept(coefficients)
    self.divisors = kept(divisors)
    self.multipliers = kept(multipliers)
  }

  /// `sum x^k / k!` with `count` terms.
  static func exponential(count: Int) -> PowerSeries {
    var coefficients = [mp_limb_t](repeating: 1, count: count)
    var divisors = coefficients
    var last = count - 1
    while last > 0 {
      // The group of orders first...last over last!/(first - 1)!.
      var unit = mp_limb_t(last)
      var first = last
      coefficients[last] = 1
      while first > 1, unit < largestUnit / mp_limb_t(first) {
        coefficients[first - 1] = unit
        first -= 1
        unit *= mp_limb_t(first)
      }
      if first == 1 {
        coefficients[0] = unit
        divisors[0] = unit
      } else {
        divisors[first] = unit
      }
      last = first - 1
    }
    return PowerSeries(
      coefficients: coefficients, divisors: divisors, multipliers: [mp_limb_t](repeating: 1, count: count))
  }

  /// `sum x^k / (k + 1) = -log(1 - x) / x` with `count` terms.
  static func logarithm(count: Int) -> PowerSeries {
    var coefficients = [mp_limb_t](repeating: 1, count: count)
    var divisors = coefficients
    var multipliers = coefficients
    var last = count - 1
    while last >= 0 {
      var (first, unit) = (last, mp_limb_t(last + 1))
      while first > 0, let common = Self.commonMultiple(unit, mp_limb_t(first)) { (unit, first) = (common, first - 1) }
      for k in first...last { coefficients[k] = unit / mp_limb_t(k + 1) }
      divisors[first] = unit
      if last + 1 < count { multipliers[last + 1] = unit }
      last = first - 1
    }
    return PowerSeries(coefficients: coefficients, divisors: divisors, multipliers: multipliers)
  }

  private static func commonMultiple(_ a: mp_limb_t, _ b: mp_limb_t) -> mp_limb_t? {
    var (x, y) = (a, b)
    while y != 0 { (x, y) = (y, x % y) }
    let factor = b / x
    return factor < largestUnit / a ? a * factor : nil
  }

  /// The room that `sum` needs beside its result, in limbs.
  static func scratchCount(limbs n: Int, terms: Int) -> Int { (rowLength(terms) + 3) * (n + 1) + n }

  private static func rowLength(_ terms: Int) -> Int { max(1, Int(Double(terms).squareRoot().rounded())) }

  /// Stores the sum of the first `terms` terms: `n` fraction limbs and one of the integer part.
  ///
  /// - Parameters:
  ///   - x: `n` fraction limbs of an argument below `2^-bits`.
  func sum(
    _ result: UnsafeMutablePointer<mp_limb_t>, _ x: UnsafePointer<mp_limb_t>, limbs n: Int, bits: Int, terms: Int,
    scratch: UnsafeMutablePointer<mp_limb_t>
  ) {
    let row = Self.rowLength(terms)
    let product = scratch + (row + 1) * (n + 1) + 1
    /// The limbs of a power, with a zero below them.
    func power(_ i: Int) -> UnsafeMutablePointer<mp_limb_t> { scratch + i * (n + 1) + 1 }
    for i in 1...row { power(i)[-1] = 0 }
    power(1).update(from: x, count: n)
    for i in stride(from: 2, through: row, by: 1) {
      if i.isMultiple(of: 2) {
        FixedPointProduct.upperHalfOfSquare(product, power(i / 2), limbs: n)
      } else {
        FixedPointProduct.upperHalf(product, power(i - 1), x, limbs: n)
      }
      power(i).update(from: product + n, count: n)
    }
    result.update(repeating: 0, count: n + 1)
    var k = terms - 1
    while k >= 0 {
      let position = k % row
      // What stands here is multiplied by x^(k - position) yet.
      let skipped = Self.skipped(k - position, bits, n)
      let count = n - skipped
      let sum = result + skipped
      if position == 0 {
        result[n] += coefficients[k]
      } else {
        result[n] += __gmpn_addmul_1(sum, power(position) + skipped, count, coefficients[k])
      }
      if divisors[k] != 1 { __gmpn_divrem_1(sum, 0, sum, count + 1, divisors[k]) }
      if multipliers[k] != 1 { __gmpn_mul_1(sum, sum, count + 1, multipliers[k]) }
      if position == 0, k > 0 {
        // The power has zeros before its first bits, so that it takes fewer limbs than the next row.
        let (zeros, next) = (row * bits / 64, Self.skipped(k - row, bits, n))
        let length = max(n - next - zeros, 0) + 1
        FixedPointProduct.upperHalf(
          product, result + (n + 1 - length), power(row) + (n - zeros - length), limbs: length)
        (result + next).update(from: product + length, count: length)
        (result + (next + length)).update(repeating: 0, count: n + 1 - next - length)
      }
      k -= 1
    }
  }

  /// How many low limbs do not matter to what is multiplied by the power `k` of the argument yet.
  private static func skipped(_ k: Int, _ bits: Int, _ n: Int) -> Int { min(k * bits / 64, n - 1) }
}
