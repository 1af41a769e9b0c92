extension FunctionDefinition {
  /// The logarithmic derivative of the gamma function (DLMF 5.2.2); its values at small fractions are Gauss's (5.4.19).
  static let digamma = FunctionDefinition(
    name: "digamma", aliases: ["psi"], parameters: ["x"], domain: ["x > 0"],
    derivative: ["trigamma(x)"],
    values: [
      "digamma(1) = -euler_gamma", "digamma(1/2) = -euler_gamma - 2*log(2)",
      "digamma(1/3) = -euler_gamma - pi/(2*sqrt(3)) - 3*log(3)/2",
      "digamma(2/3) = -euler_gamma + pi/(2*sqrt(3)) - 3*log(3)/2", "digamma(1/4) = -euler_gamma - pi/2 - 3*log(2)",
      "digamma(3/4) = -euler_gamma + pi/2 - 3*log(2)",
    ],
    identities: ["digamma(x + 1) = digamma(x) + 1/x"],
    notation: FunctionNotation(latex: #"\psi"#, mathML: "ψ", unicode: "ψ"),
    script: FunctionScript(mpmath: "digamma(x)", pari: "psi(x)"),
    evaluate: .digamma,
    increment: { store, x in store.power(x[0], store.integer(-1)) })
}
