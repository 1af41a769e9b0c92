internal import Multiprecision

/// The end correction that turns an integral into a sum: `sum_{k>=0} f(k) = integral_0^inf f + sum_j G_{j+1} D^j f(0)`.
///
/// `D` is the forward difference and `G_1 = 1/2, G_2 = -1/12, G_3 = 1/24, ...` are Gregory's coefficients, those of
/// `z/log(1 + z)`: the sum is `-1/D`, the integral `-1/log(1 + D)`. Only values of `f` at integers are needed, and they
/// are terms of the sum; for a function without features on the scale of 1, differences of high order are tiny. Source:
/// C. Jordan, Calculus of Finite Differences, 3rd ed., section 98.
struct GregoryCorrection {
  /// The correction.
  let value: Real
  /// The last term that was used: the size of the error.
  let errorExponent: Int

  /// Uses the values `f(0), f(1), ...`, given with as many bits more than wanted as there are values.
  init(_ values: [Real], coefficients: [Real]) {
    let count = values.count
    let precision = values.map(\.precision).max() ?? 64
    var registers = Registers(count: count + 2, precision: precision)
    let (sum, term) = (count, count + 1)
    for (k, value) in values.enumerated() { registers.set(k, value) }
    var recent: [Int] = []
    for order in 0..<count {
      // After `order` passes register k holds the difference of that order at k.
      registers.set(term, coefficients[order + 1])
      registers.multiply(term, term, 0)
      registers.add(sum, sum, term)
      recent.append(registers.exponent(term))
      for k in 0..<(count - order - 1) { registers.subtract(k, k + 1, k) }
    }
    value = registers.real(sum)
    // Two in a row, so that one vanishing difference deceives nobody.
    errorExponent = recent.suffix(3).max() ?? Int.max
  }

  /// Gregory's coefficients `G_0 = 1, G_1, ..., G_n`.
  static func coefficients(upTo n: Int, precision: Int) -> [Real] {
    var registers = Registers(count: n + 2, precision: precision + 32)
    let work = n + 1
    registers.set(0, integer: 1)
    for m in 1...max(n, 1) {
      // sum_{k=0..m} (-1)^k G_{m-k} / (k+1) = 0
      for k in 1...m {
        registers.divide(work, m - k, integer: k.isMultiple(of: 2) ? -(k + 1) : k + 1)
        registers.add(m, m, work)
      }
    }
    return (0...n).map { registers.real($0) }
  }
}
