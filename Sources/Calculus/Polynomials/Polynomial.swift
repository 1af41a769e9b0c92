public import Multiprecision

/// A sparse polynomial in any number of variables with integer coefficients.
///
/// Variables are small integers that the caller gives a meaning. Terms stand in descending lexicographic order, the lowest
/// variable first; `variables` lists exactly the variables that occur, so equal polynomials have equal representations.
public struct Polynomial: Hashable, Sendable {
  /// The variables that occur, ascending.
  public let variables: [Int32]
  /// The exponents of all terms, `width` words a term; see `MonomialLayout`.
  let monomials: [UInt64]
  /// The coefficients, none of which is 0.
  let coefficients: [Integer]

  /// Takes parts that already satisfy the invariants.
  init(variables: [Int32], monomials: [UInt64], coefficients: [Integer]) {
    self.variables = variables
    self.monomials = monomials
    self.coefficients = coefficients
    assert(monomials.count == coefficients.count * MonomialLayout.width(variables.count))
  }

  /// The largest exponent of a variable that a polynomial can hold.
  public static var largestExponent: Int { MonomialLayout.largestExponent }

  /// The polynomial 0.
  public static let zero = Polynomial(variables: [], monomials: [], coefficients: [])
  /// The polynomial 1.
  public static let one = Polynomial(1 as Integer)

  /// A constant.
  public init(_ constant: Integer) {
    self.init(variables: [], monomials: [], coefficients: constant.isZero ? [] : [constant])
  }

  /// A power of a variable, `exponent` ≥ 0 and at most `largestExponent`.
  public init(variable: Int32, exponent: Int = 1) {
    precondition(exponent >= 0 && exponent <= Self.largestExponent, "the exponent is out of range")
    if exponent == 0 {
      self = .one
    } else {
      self.init(
        variables: [variable], monomials: [UInt64(exponent) << MonomialLayout.shift(0)], coefficients: [1])
    }
  }

  /// A sum of terms `coefficient * product of variable^exponent`, in any order; like terms are added.
  public init(terms: [(coefficient: Integer, powers: [(variable: Int32, exponent: Int)])]) {
    var total: [Polynomial] = []
    for term in terms {
      var product = Polynomial(term.coefficient)
      for (variable, exponent) in term.powers {
        product = product * Polynomial(variable: variable, exponent: exponent)
      }
      total.append(product)
    }
    self = Polynomial.sum(total)
  }

  /// Distinct terms in any order, each with an exponent for every variable of an ascending list, and a coefficient other than 0.
  init(variables: [Int32], exponents: [[Int]], coefficients: [Integer]) {
    let width = MonomialLayout.width(variables.count)
    var rows: [(words: [UInt64], coefficient: Integer)] = []
    for (powers, coefficient) in zip(exponents, coefficients) {
      var words = [UInt64](repeating: 0, count: width)
      for (position, power) in powers.enumerated() {
        words[position >> 2] |= UInt64(power) << MonomialLayout.shift(position)
      }
      rows.append((words, coefficient))
    }
    rows.sort { Self.compare($0.words, 0, $1.words, 0, width) > 0 }
    self = Self.pruned(variables, rows.flatMap(\.words), rows.map(\.coefficient))
  }

  /// The number of terms.
  public var termCount: Int { coefficients.count }
  /// Whether this is the polynomial 0.
  public var isZero: Bool { coefficients.isEmpty }
  /// Whether this is the polynomial 1.
  public var isOne: Bool { variables.isEmpty && coefficients.count == 1 && coefficients[0].isOne }
  /// Whether no variable occurs.
  public var isConstant: Bool { variables.isEmpty }
  /// The value of a constant polynomial, else nil.
  public var constantValue: Integer? { variables.isEmpty ? (coefficients.first ?? 0) : nil }
  /// Whether there is exactly one term.
  public var isMonomial: Bool { coefficients.count == 1 }
  /// The coefficient of the first term; 0 for the polynomial 0.
  public var leadingCoefficient: Integer { coefficients.first ?? 0 }
  /// The words that a term's exponents take.
  var width: Int { MonomialLayout.width(variables.count) }

  /// The exponent of the variable at a position of `variables` in a term.
  func exponent(term: Int, position: Int) -> Int {
    MonomialLayout.exponent(monomials[term * width + position / 4], position)
  }

  /// The exponents of a variable, one a term.
  func exponents(of variable: Int32) -> [Int] {
    guard let position = position(of: variable) else { return [Int](repeating: 0, count: termCount) }
    return (0..<termCount).map { exponent(term: $0, position: position) }
  }

  /// The position of a variable in `variables`, or nil where it does not occur.
  func position(of variable: Int32) -> Int? {
    for (i, v) in variables.enumerated() where v == variable { return i }
    return nil
  }

  /// Whether a variable occurs.
  public func contains(_ variable: Int32) -> Bool { position(of: variable) != nil }

  /// The highest exponent of a variable; 0 where it does not occur.
  public func degree(in variable: Int32) -> Int {
    guard let position = position(of: variable) else { return 0 }
    // Terms are in lexicographic order, so the first variable is at its highest in the first term.
    if position == 0 { return exponent(term: 0, position: 0) }
    var highest = 0
    for term in 0..<termCount { highest = max(highest, exponent(term: term, position: position)) }
    return highest
  }

  /// The highest exponent of any variable.
  public var highestExponent: Int {
    variables.reduce(0) { max($0, degree(in: $1)) }
  }

  /// The terms as coefficients and powers, in order.
  public var terms: [(coefficient: Integer, powers: [(variable: Int32, exponent: Int)])] {
    coefficients.indices.map { term in
      var powers: [(variable: Int32, exponent: Int)] = []
      for (position, variable) in variables.enumerated() {
        let exponent = exponent(term: term, position: position)
        if exponent > 0 { powers.append((variable, exponent)) }
      }
      return (coefficients[term], powers)
    }
  }
}

extension Polynomial: CustomStringConvertible {
  /// The polynomial with variables written `x0`, `x1`, …; for tests and debugging.
  public var description: String {
    if isZero { return "0" }
    return terms.map { term in
      let powers = term.powers.map { "x\($0.variable)" + ($0.exponent == 1 ? "" : "^\($0.exponent)") }
      return (["\(term.coefficient)"] + powers).joined(separator: "*")
    }.joined(separator: " + ")
  }
}
