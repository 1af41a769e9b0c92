internal import Multiprecision

extension Polynomial {
  /// The greatest common divisor, with a positive leading coefficient; `gcd(0, 0)` is 0.
  ///
  /// Integers, monomials and the variables that images show to be absent are taken out first; what is left is found modulo
  /// primes and proved by division (`ModularDivisor`).
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
    let degrees = divisorDegreeBounds(a, b)
    let shared = a.variables.filter { degrees[$0] ?? 0 > 0 }
    if shared.isEmpty { return .one }
    if a.variables != shared || b.variables != shared {
      return commonDivisor(of: a.coefficients(over: shared) + b.coefficients(over: shared))
    }
    for (small, large) in [(a, b), (b, a)] where shared.allSatisfy({ degrees[$0] == small.degree(in: $0) }) {
      if large.exactQuotient(by: small) != nil { return small }
    }
    return modularGCD(a, b, degrees)
  }

  /// The divisor of polynomials in the same variables by images modulo primes.
  private static func modularGCD(_ a: Polynomial, _ b: Polynomial, _ degrees: [Int32: Int]) -> Polynomial {
    guard let main = mainVariable(a, b, degrees) else { return .one }
    let content = commonDivisor(of: (a.coefficients(in: main) + b.coefficients(in: main)).map(\.coefficient))
    guard !content.isConstant, let f = a.exactQuotient(by: content), let g = b.exactQuotient(by: content) else {
      return ModularDivisor(a, b, main: main, degrees: degrees).divisor()
    }
    return content * gcd(f, g)
  }

  /// The variable with the shortest leading coefficients, by which divisors of images are scaled; of several the one in which
  /// the divisor may have the highest degree.
  private static func mainVariable(_ a: Polynomial, _ b: Polynomial, _ degrees: [Int32: Int]) -> Int32? {
    func cost(_ variable: Int32) -> (Int, Int) {
      let terms = [a, b].map { $0.leadingTermCount(in: variable) }
      return (min(terms[0], terms[1]), -(degrees[variable] ?? 0))
    }
    return a.variables.map { ($0, cost($0)) }.min { $0.1 < $1.1 }?.0
  }

  private func leadingTermCount(in variable: Int32) -> Int {
    let powers = exponents(of: variable)
    let top = powers.max() ?? 0
    return powers.count { $0 == top }
  }
}
