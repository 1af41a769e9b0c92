extension FunctionDefinition {
  /// The inverse cosine, with values between 0 and pi (DLMF 4.23(ii)).
  static let acos = FunctionDefinition(
    name: "acos", aliases: ["arccos"], parameters: ["x"],
    domain: ["-1 < x", "x < 1"], sign: .nonnegative, monotonicity: .decreasing(through: 1, 0),
    derivative: ["-1/sqrt(1 - x^2)"],
    values: ["acos(0) = pi/2", "acos(1/2) = pi/3", "acos(1) = 0", "acos(-1) = pi"],
    identities: ["acos(-x) = pi - acos(x)"],
    notation: FunctionNotation(latex: #"\arccos"#, mathML: "arccos", unicode: "arccos", style: .prefixCall),
    script: FunctionScript(mpmath: "acos(x)", pari: "acos(x)"),
    evaluate: .acos)
}
