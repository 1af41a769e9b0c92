extension RealFunction {
  /// The Hurwitz zeta function, the continuation of the sum of `(a + k)^-s` over `k >= 0`, for `a > 0` and
  /// real `s != 1` above -200.
  ///
  /// The Euler-Maclaurin formula (DLMF 25.11.5); its error is about the first omitted term, and the precision is raised
  /// where its parts cancel (negative `s`).
  public static let hurwitzZeta = binary { registers, result, s, a in
    registers.zetaDerivative(result, order: 0, s, a)
  }

  /// The derivative of order `n` of the Riemann zeta function, for integers `n` from 0 to 1000 and real `s != 1`
  /// above -200.
  ///
  /// The Euler-Maclaurin formula (DLMF 25.2.9), differentiated term by term as truncated power series in `s`.
  public static let zetaDeriv = binary { registers, result, n, s in
    guard let order = registers.integer(n), (0...1000).contains(order) else {
      registers.setNaN(result)
      return
    }
    if order == 0 {
      zeta.apply(&registers, result, [s])
    } else {
      registers.zetaDerivative(result, order: order, s, nil)
    }
  }
}

extension Registers {
  /// `dst` = the derivative of order `n` by `s` of the Hurwitz zeta function at `a`, or at 1 where `a` is nil.
  mutating func zetaDerivative(_ dst: Int, order n: Int, _ s: Int, _ a: Int?) {
    let isPositive = a.map { isFinite($0) && sign($0) > 0 } ?? true
    guard isFinite(s), isPositive, compare(s, integer: 1) != 0, double(s) > -200 else {
      setNaN(dst)
      return
    }
    evaluate(dst, scratch: EulerMaclaurinZeta.registerCount(order: n)) { scratch, outer in
      scratch.set(1, from: outer, s)
      if let a { scratch.set(2, from: outer, a) } else { scratch.set(2, integer: 1) }
      return EulerMaclaurinZeta(order: n).evaluate(&scratch)
    }
  }
}
