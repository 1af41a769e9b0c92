internal import Multiprecision

extension FunctionDefinition {
  /// The ratio of a circle's circumference to its diameter.
  static let pi = FunctionDefinition(
    name: "pi", parameters: [], sign: .positive, bounds: .open(3, Rational(22, 7)),
    derivative: [],
    notation: FunctionNotation(latex: #"\pi"#, mathML: "π", unicode: "π", style: .constant),
    script: FunctionScript(mpmath: "pi", pari: "Pi"),
    evaluate: .pi)
}
