internal import Multiprecision

extension FunctionDefinition {
  /// Euler's constant, 0.5772... (DLMF 5.2.3).
  static let eulerGamma = FunctionDefinition(
    name: "euler_gamma", parameters: [], sign: .positive, bounds: .open(Rational(1, 2), Rational(3, 5)),
    derivative: [],
    notation: FunctionNotation(latex: #"\gamma"#, mathML: "γ", unicode: "γ", style: .constant),
    script: FunctionScript(mpmath: "euler", pari: "Euler"),
    evaluate: .eulerGamma)
}
