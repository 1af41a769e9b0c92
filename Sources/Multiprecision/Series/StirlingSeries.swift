/// The Bernoulli tails of the Stirling series of log Gamma and of digamma.
///
/// For real z > 0 the error is smaller than the first term left out (DLMF 5.11(ii)). With `2k` terms that one is about
/// `(2k / (2 pi e z))^(2k)`, so that `z >= 0.18 b` needs about `0.16 b` terms for b bits.
enum StirlingSeries {
  /// The argument from which on the series reaches `precision` bits.
  static func smallestArgument(precision: Int) -> Int { precision * 18 / 100 + 2 }

  /// `result` = the sum over `k >= 1` of `c_k y^(k-1)` with `y = 1/z^2` in register `y`, to the precision of `scratch`.
  static func sum(
    _ kind: AsymptoticCoefficients.Kind, _ scratch: inout Registers, _ result: Int, reciprocalSquare y: Int
  ) {
    let table = AsymptoticCoefficients.table(kind, precision: scratch.precision)
    let terms = termCount(table, scratch, y)
    scratch.set(result, from: table.registers, terms - 1)
    for index in stride(from: terms - 2, through: 0, by: -1) {
      scratch.multiply(result, result, y)
      scratch.add(result, result, from: table.registers, index)
    }
  }

  /// The number of terms up to the first one that is below the precision; all of them if there is none.
  private static func termCount(_ table: AsymptoticCoefficients, _ scratch: borrowing Registers, _ y: Int) -> Int {
    let logarithm = scratch.binaryLogarithm(y)
    for index in 0..<table.count
    where Double(table.exponents[index]) + Double(index) * logarithm < -Double(scratch.precision) {
      return Swift.max(index, 1)
    }
    return table.count
  }
}
