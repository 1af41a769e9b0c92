extension FunctionDefinition {
  /// The hyperbolic cosine (DLMF 4.28.2).
  static let cosh = FunctionDefinition(
    name: "cosh", parameters: ["x"], sign: .positive,
    bounds: .closed(1, nil, aboveWhere: ["x > 0", "x < 0"]),
    derivative: ["sinh(x)"],
    values: ["cosh(0) = 1"],
    identities: ["cosh(-x) = cosh(x)", "exp(x) = (1 + tanh(x))*cosh(x)", "cosh(x)^2 = 1/(1 - tanh(x)^2)"],
    definition: "(exp(x) + exp(-x))/2",
    notation: FunctionNotation(latex: #"\cosh"#, mathML: "cosh", unicode: "cosh", style: .prefixCall),
    script: FunctionScript(mpmath: "cosh(x)", pari: "cosh(x)"),
    evaluate: .cosh)
}
