/// The derivatives of the cotangent as polynomials in the cotangent.
enum CotangentDerivative {
  /// The coefficients, lowest power first, of `P_n` with `d^n/dx^n cot(pi x) = pi^n P_n(cot(pi x))`.
  ///
  /// `P_0 = c` and `P_(n+1) = -(1 + c^2) P_n'`, since the derivative of the cotangent is `-(1 + cot^2)` (DLMF 4.20.4 and
  /// 4.21.13). All coefficients of one `P_n` have one sign and powers of one parity, so its value loses no digits.
  static func coefficients(order: Int) -> [Integer] {
    var polynomial: [Integer] = [0, 1]
    for _ in 0..<order {
      var next = [Integer](repeating: 0, count: polynomial.count + 1)
      for (power, coefficient) in polynomial.enumerated().dropFirst() where !coefficient.isZero {
        let slope = Integer(power) * coefficient
        next[power - 1] -= slope
        next[power + 1] -= slope
      }
      polynomial = next
    }
    return polynomial
  }
}
