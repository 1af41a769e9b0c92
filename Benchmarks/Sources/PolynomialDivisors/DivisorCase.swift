import Calculus
import Multiprecision

/// A pair of polynomials with what the peers made of it; one line of their file.
struct DivisorCase {
  let variables: Int
  let terms: Int
  let a: Polynomial
  let b: Polynomial
  let divisor: Polynomial
  /// The time of FLINT.
  let flint: Double
  /// The time of SymPy; nil where it reached its limit.
  let sympy: Double?

  /// Reads a line, or nil where it is none.
  init?(_ line: Substring) {
    let fields = line.split(separator: "\t")
    guard fields.count == 7, let variables = Int(fields[0]), let terms = Int(fields[1]),
      let a = Self.polynomial(fields[2]), let b = Self.polynomial(fields[3]), let divisor = Self.polynomial(fields[4]),
      let flint = Double(fields[5])
    else { return nil }
    (self.variables, self.terms, self.a, self.b, self.divisor) = (variables, terms, a, b, divisor)
    (self.flint, sympy) = (flint, Double(fields[6]))
  }

  private static func polynomial(_ text: Substring) -> Polynomial? {
    var terms: [(coefficient: Integer, powers: [(variable: Int32, exponent: Int)])] = []
    for word in text.split(separator: " ") {
      let parts = word.split(separator: ":")
      guard parts.count == 2, let coefficient = Integer(String(parts[0])) else { return nil }
      let exponents = parts[1].split(separator: ",").compactMap { Int($0) }
      terms.append((coefficient, exponents.enumerated().map { (Int32($0), $1) }))
    }
    return Polynomial(terms: terms)
  }
}
