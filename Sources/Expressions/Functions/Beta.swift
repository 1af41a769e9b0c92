extension FunctionDefinition {
  /// The beta function (DLMF 5.12.1).
  static let beta = FunctionDefinition(
    name: "beta", parameters: ["a", "b"], domain: ["a > 0", "b > 0"], sign: .positive,
    derivative: ["beta(a, b)*(digamma(a) - digamma(a + b))", "beta(a, b)*(digamma(b) - digamma(a + b))"],
    values: ["beta(1, b) = 1/b", "beta(a, 1) = 1/a", "beta(1/2, 1/2) = pi"],
    identities: ["beta(a + 1, b) = beta(a, b)*a/(a + b)", "beta(a, b + 1) = beta(a, b)*b/(a + b)"],
    definition: "exp(lgamma(a) + lgamma(b) - lgamma(a + b))",
    logarithm: "lgamma(a) + lgamma(b) - lgamma(a + b)",
    notation: FunctionNotation(latex: #"\mathrm{B}"#, mathML: "B", unicode: "B"),
    script: FunctionScript(mpmath: "beta(a, b)", pari: "gamma(a)*gamma(b)/gamma(a + b)"),
    evaluate: .beta)
}
