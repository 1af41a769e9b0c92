internal import Multiprecision

/// The arithmetic of quotients of polynomials in numbered variables, some of which are roots of earlier ones.
///
/// Denominators are kept as products of factors that are known by number. Nearly all are proved irreducible, so that
/// bringing a sum to lowest terms takes trial divisions by few factors instead of greatest common divisors.
final class RationalField {
  /// A variable g with g^degree equal to a quotient in variables that were made earlier.
  struct Relation {
    let degree: Int
    let value: RationalFunction
    /// Whether the variable is a function with a name, as sin(x) is, and no root of an expression.
    var isFunction = false
  }

  /// Sums and products with more terms than this are not multiplied out.
  static let largestTermCount = 20_000

  private(set) var factors: [Polynomial] = []
  private var isIrreducible: [Bool] = []
  private var factorNumbers: [Polynomial: Int32] = [:]
  private var factorizations: [Polynomial: (sign: Integer, factors: [RationalFunction.DenominatorFactor])] = [:]
  private(set) var relations: [Relation?] = []
  private(set) var hasRelations = false

  /// A new variable, transcendental or a root.
  func makeVariable(_ relation: Relation? = nil) -> Int32 {
    relations.append(relation)
    if relation != nil { hasRelations = true }
    return Int32(relations.count - 1)
  }

  func relation(of variable: Int32) -> Relation? { hasRelations ? relations[Int(variable)] : nil }

  /// The variable as a quotient.
  func element(_ variable: Int32) -> RationalFunction {
    RationalFunction(scale: Rational(1), monomial: [(variable, 1)])
  }

  func polynomial(_ factor: Int32) -> Polynomial { factors[Int(factor)] }

  func isProvedIrreducible(_ factor: Int32) -> Bool { isIrreducible[Int(factor)] }

  /// The factors of a primitive polynomial without monomial content.
  func factorization(of p: Polynomial) -> [RationalFunction.DenominatorFactor] {
    if p.isOne { return [] }
    if let known = factorizations[p] { return known.factors }
    let found = PolynomialFactorization(p)
    var list: [RationalFunction.DenominatorFactor] = []
    for factor in found.factors {
      let number = number(of: factor.polynomial, isIrreducible: factor.isIrreducible)
      list = Self.merged(list, [(number, factor.multiplicity)])
    }
    factorizations[p] = (found.unit, list)
    return list
  }

  func number(of p: Polynomial, isIrreducible proved: Bool) -> Int32 {
    if let known = factorNumbers[p] { return known }
    let made = Int32(factors.count)
    factors.append(p)
    isIrreducible.append(proved)
    factorNumbers[p] = made
    return made
  }

  /// The product of two lists of factors.
  static func merged(
    _ a: [RationalFunction.DenominatorFactor], _ b: [RationalFunction.DenominatorFactor]
  ) -> [RationalFunction.DenominatorFactor] {
    if a.isEmpty { return b }
    if b.isEmpty { return a }
    var result = a
    for (factor, multiplicity) in b {
      let place = result.firstIndex { $0.factor >= factor } ?? result.count
      if place < result.count, result[place].factor == factor {
        result[place].multiplicity += multiplicity
      } else {
        result.insert((factor, multiplicity), at: place)
      }
    }
    return result
  }

  /// The product of two monomials.
  static func merged(_ a: [RationalFunction.Power], _ b: [RationalFunction.Power]) -> [RationalFunction.Power] {
    if a.isEmpty { return b }
    if b.isEmpty { return a }
    var result: [RationalFunction.Power] = []
    result.reserveCapacity(a.count + b.count)
    var j = 0
    for power in a {
      while j < b.count, b[j].variable < power.variable {
        result.append(b[j])
        j += 1
      }
      if j < b.count, b[j].variable == power.variable {
        let exponent = power.exponent + b[j].exponent
        if exponent != 0 { result.append((power.variable, exponent)) }
        j += 1
      } else {
        result.append(power)
      }
    }
    return result + b[j...]
  }
}
