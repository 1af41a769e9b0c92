extension FunctionDefinition {
  /// The hyperbolic sine (DLMF 4.28.1).
  static let sinh = FunctionDefinition(
    name: "sinh", parameters: ["x"],
    monotonicity: .increasing(through: 0, 0),
    derivative: ["cosh(x)"],
    values: ["sinh(0) = 0"],
    identities: ["sinh(-x) = -sinh(x)", "exp(x) = (1 + tanh(x))*cosh(x)"],
    definition: "(exp(x) - exp(-x))/2",
    notation: FunctionNotation(latex: #"\sinh"#, mathML: "sinh", unicode: "sinh", style: .prefixCall),
    script: FunctionScript(mpmath: "sinh(x)", pari: "sinh(x)"),
    evaluate: .sinh)
}
