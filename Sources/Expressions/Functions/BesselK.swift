extension FunctionDefinition {
  /// The modified Bessel function of the second kind (DLMF 10.25.3, 10.29).
  static let besselk = FunctionDefinition(
    name: "besselk", parameters: ["nu", "x"], domain: ["x > 0"], sign: .positive,
    derivative: ["", "nu/x*besselk(nu, x) - besselk(nu + 1, x)"],
    values: [
      "besselk(1/2, x) = sqrt(pi/(2*x))*exp(-x)", "besselk(-1/2, x) = sqrt(pi/(2*x))*exp(-x)",
    ],
    identities: [
      "besselk(nu + 1, x) = besselk(nu - 1, x) + 2*nu/x*besselk(nu, x)", "besselk(-nu, x) = besselk(nu, x)",
    ],
    notation: FunctionNotation(latex: "K", mathML: "K", unicode: "K", style: .subscriptedCall),
    script: FunctionScript(mpmath: "besselk(nu, x)", pari: "besselk(nu, x)"),
    evaluate: .besselk, namelessDerivatives: [0: { .besselkByOrder($0) }])
}
