extension FunctionDefinition {
  /// The logarithm of the beta function (DLMF 5.12.1).
  static let lbeta = FunctionDefinition(
    name: "lbeta", aliases: ["logbeta", "betaln"], parameters: ["a", "b"], domain: ["a > 0", "b > 0"],
    derivative: ["digamma(a) - digamma(a + b)", "digamma(b) - digamma(a + b)"],
    values: ["lbeta(1, b) = -log(b)", "lbeta(a, 1) = -log(a)", "lbeta(1/2, 1/2) = log(pi)"],
    identities: [
      "lbeta(a + 1, b) = lbeta(a, b) + log(a) - log(a + b)", "lbeta(a, b + 1) = lbeta(a, b) + log(b) - log(a + b)",
    ],
    definition: "lgamma(a) + lgamma(b) - lgamma(a + b)",
    notation: FunctionNotation(latex: #"\log\mathrm{B}"#, mathML: "log B", unicode: "log B"),
    script: FunctionScript(
      mpmath: "loggamma(a) + loggamma(b) - loggamma(a + b)", pari: "lngamma(a) + lngamma(b) - lngamma(a + b)"),
    evaluate: .lbeta)
}
