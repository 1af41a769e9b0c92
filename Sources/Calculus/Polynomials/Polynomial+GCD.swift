internal import Multiprecision

extension Polynomial {
  /// The greatest common divisor, with a positive leading coefficient; `gcd(0, 0)` is 0.
  ///
  /// The heuristic algorithm evaluates at large integers and verifies its answer by division (Char, Geddes & Gonnet 1989;
  /// Liao & Fateman 1995); where it gives up, the primitive remainder sequence decides (Knuth, TAOCP 2, 4.6.1).
  public static func gcd(_ a: Polynomial, _ b: Polynomial) -> Polynomial {
    if a.isZero { return b.leadingCoefficient.signum < 0 ? -b : b }
    if b.isZero { return a.leadingCoefficient.signum < 0 ? -a : a }
    let contentA = a.content
    let contentB = b.content
    let number = Integer.gcd(contentA, contentB)
    if a.isConstant || b.isConstant { return Polynomial(number) }
    let monomialA = a.monomialContent
    let monomialB = b.monomialContent
    let common = commonMonomial(monomialA, monomialB)
    let restA = a.divided(by: contentA).divided(byMonomial: monomialA)
    let restB = b.divided(by: contentB).divided(byMonomial: monomialB)
    let rest = primitiveGCD(restA, restB)
    if common.isEmpty { return rest.scaled(by: number) }
    return (Polynomial(monomial: common) * rest).scaled(by: number)
  }

  private static func commonMonomial(
    _ a: [(variable: Int32, exponent: Int)], _ b: [(variable: Int32, exponent: Int)]
  ) -> [(variable: Int32, exponent: Int)] {
    a.compactMap { power in
      b.first { $0.variable == power.variable }.map { (power.variable, min(power.exponent, $0.exponent)) }
    }
  }

  /// The divisor of polynomials without integer or monomial content.
  private static func primitiveGCD(_ a: Polynomial, _ b: Polynomial) -> Polynomial {
    if a.isConstant || b.isConstant { return .one }
    if a == b { return a }
    if areProvablyCoprime(a, b) { return .one }
    // A variable of one side only: the divisor divides each coefficient of its powers.
    if let variable = a.variables.first(where: { !b.contains($0) }) { return gcd(a.content(in: variable), b) }
    if let variable = b.variables.first(where: { !a.contains($0) }) { return gcd(a, b.content(in: variable)) }
    let (small, large) = a.termCount <= b.termCount ? (a, b) : (b, a)
    if large.exactQuotient(by: small) != nil { return small }
    return heuristicGCD(a, b)?.primitivePart ?? remainderSequenceGCD(a, b)
  }

  /// The divisor by evaluation at integers, or nil where the integers would grow too large or luck fails six times.
  static func heuristicGCD(_ a: Polynomial, _ b: Polynomial) -> Polynomial? {
    if let x = a.constantValue, let y = b.constantValue { return Polynomial(Integer.gcd(x, y)) }
    let variable: Int32
    switch (a.variables.first, b.variables.first) {
    case (let v?, let w?): variable = min(v, w)
    case (let v?, nil), (nil, let v?): variable = v
    case (nil, nil): return nil
    }
    let number = Integer.gcd(a.content, b.content)
    let f = a.divided(by: number)
    let g = b.divided(by: number)
    let degree = max(f.degree(in: variable), g.degree(in: variable))
    var point = min(f.height, g.height) * 2 + 29
    for _ in 0..<6 {
      guard point.bitWidth * (degree + 1) < 1 << 13 else { return nil }
      let fValue = f.evaluated(variable, at: point)
      let gValue = g.evaluated(variable, at: point)
      if !fValue.isZero, !gValue.isZero, let value = heuristicGCD(fValue, gValue) {
        let candidate = interpolated(value, in: variable, at: point).primitivePart
        if f.exactQuotient(by: candidate) != nil, g.exactQuotient(by: candidate) != nil {
          return candidate.scaled(by: number)
        }
      }
      point = (point * 73794).floorDivided(by: 27011)
    }
    return nil
  }

  /// The polynomial in a variable whose value at a large integer is given: its digits in that base, nearest to 0.
  private static func interpolated(_ value: Polynomial, in variable: Int32, at point: Integer) -> Polynomial {
    let halfPoint = point.floorDivided(by: 2)
    var rest = value
    var parts: [(exponent: Int, coefficient: Polynomial)] = []
    var exponent = 0
    while !rest.isZero, exponent <= largestExponent {
      let digits = rest.coefficients.map { c -> Integer in
        let r = c - c.floorDivided(by: point) * point
        return r > halfPoint ? r - point : r
      }
      let digit = nonzero(rest.variables, rest.monomials, digits)
      if !digit.isZero { parts.append((exponent, digit)) }
      rest = (rest - digit).divided(by: point)
      exponent += 1
    }
    return Polynomial(parts, in: variable)
  }

  private static func nonzero(_ variables: [Int32], _ monomials: [UInt64], _ coefficients: [Integer]) -> Polynomial {
    let width = MonomialLayout.width(variables.count)
    var row = Row(monomials: [], coefficients: [])
    for (term, coefficient) in coefficients.enumerated() where !coefficient.isZero {
      row.monomials += monomials[(term * width)..<((term + 1) * width)]
      row.coefficients.append(coefficient)
    }
    return pruned(variables, row.monomials, row.coefficients)
  }
}
