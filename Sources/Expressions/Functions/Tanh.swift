extension FunctionDefinition {
  /// The hyperbolic tangent (DLMF 4.28.4).
  static let tanh = FunctionDefinition(
    name: "tanh", parameters: ["x"],
    monotonicity: .increasing(through: 0, 0), bounds: .open(-1, 1),
    derivative: ["1 - tanh(x)^2"],
    values: ["tanh(0) = 0"],
    identities: ["tanh(-x) = -tanh(x)", "exp(x) = (1 + tanh(x))*cosh(x)"],
    definition: "(exp(x) - exp(-x))/(exp(x) + exp(-x))",
    notation: FunctionNotation(latex: #"\tanh"#, mathML: "tanh", unicode: "tanh", style: .prefixCall),
    script: FunctionScript(mpmath: "tanh(x)", pari: "tanh(x)"),
    evaluate: .tanh)
}
