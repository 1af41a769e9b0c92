extension FunctionDefinition {
  /// The inverse sine, with values between -pi/2 and pi/2 (DLMF 4.23(ii)).
  static let asin = FunctionDefinition(
    name: "asin", aliases: ["arcsin"], parameters: ["x"], domain: ["-1 < x", "x < 1"],
    monotonicity: .increasing(through: 0, 0),
    derivative: ["1/sqrt(1 - x^2)"],
    values: ["asin(0) = 0", "asin(1/2) = pi/6", "asin(1) = pi/2", "asin(-1) = -pi/2"],
    identities: ["asin(-x) = -asin(x)"],
    notation: FunctionNotation(latex: #"\arcsin"#, mathML: "arcsin", unicode: "arcsin", style: .prefixCall),
    script: FunctionScript(mpmath: "asin(x)", pari: "asin(x)"),
    evaluate: .asin)
}
