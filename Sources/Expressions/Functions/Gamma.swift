extension FunctionDefinition {
  /// The gamma function (DLMF 5.2.1).
  static let gamma = FunctionDefinition(
    name: "gamma", aliases: ["Gamma"], parameters: ["x"], domain: ["x > 0"], sign: .positive,
    derivative: ["gamma(x)*digamma(x)"],
    values: ["gamma(1) = 1", "gamma(2) = 1", "gamma(1/2) = sqrt(pi)"],
    identities: ["gamma(x + 1) = x*gamma(x)"],
    definition: "exp(lgamma(x))",
    logarithm: "lgamma(x)",
    notation: FunctionNotation(latex: #"\Gamma"#, mathML: "Γ", unicode: "Γ"),
    script: FunctionScript(mpmath: "gamma(x)", pari: "gamma(x)"),
    evaluate: .gamma)
}
