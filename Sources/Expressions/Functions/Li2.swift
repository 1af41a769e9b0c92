extension FunctionDefinition {
  /// The dilogarithm (DLMF 25.12.1, 25.12.6).
  static let li2 = FunctionDefinition(
    name: "li2", parameters: ["x"], domain: ["x < 1"], monotonicity: .increasing(through: 0, 0),
    derivative: ["-log(1 - x)/x"],
    values: ["li2(0) = 0", "li2(1) = pi^2/6", "li2(-1) = -pi^2/12", "li2(1/2) = pi^2/12 - log(2)^2/2"],
    identities: ["li2(1 - x) = pi^2/6 - log(x)*log(1 - x) - li2(x)"],
    notation: FunctionNotation(latex: #"\mathrm{Li}_2"#, mathML: "Li₂", unicode: "Li₂"),
    script: FunctionScript(mpmath: "polylog(2, x)", pari: "polylog(2, x)"),
    evaluate: .li2)
}
