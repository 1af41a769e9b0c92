extension FunctionDefinition {
  /// The derivative of digamma (DLMF 5.15).
  static let trigamma = FunctionDefinition(
    name: "trigamma", parameters: ["x"], domain: ["x > 0"], sign: .positive,
    derivative: ["polygamma(2, x)"],
    values: ["trigamma(1) = pi^2/6", "trigamma(1/2) = pi^2/2"],
    identities: ["trigamma(x + 1) = trigamma(x) - 1/x^2"],
    notation: FunctionNotation(latex: #"\psi_1"#, mathML: "ψ₁", unicode: "ψ₁"),
    script: FunctionScript(mpmath: "polygamma(1, x)", pari: "zetahurwitz(2, x)"),
    evaluate: .trigamma,
    increment: { store, x in store.negated(store.power(x[0], store.integer(-2))) })
}
