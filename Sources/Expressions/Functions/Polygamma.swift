extension FunctionDefinition {
  /// The derivative of order n of digamma (DLMF 5.15).
  static let polygamma = FunctionDefinition(
    name: "polygamma", parameters: ["n", "x"], domain: ["n >= 0", "x > 0"],
    derivative: ["", "polygamma(n + 1, x)"],
    values: ["polygamma(0, x) = digamma(x)", "polygamma(1, x) = trigamma(x)"],
    identities: ["polygamma(n, x + 1) = polygamma(n, x) + (-1)^n*factorial(n)*x^(-n-1)"],
    notation: FunctionNotation(latex: #"\psi"#, mathML: "ψ", unicode: "ψ", style: .superscriptedCall),
    evaluate: .polygamma)
}
