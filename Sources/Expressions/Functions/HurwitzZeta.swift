extension FunctionDefinition {
  /// The Hurwitz zeta function (DLMF 25.11.1).
  static let hurwitzZeta = FunctionDefinition(
    name: "hurwitz_zeta", parameters: ["s", "a"], domain: ["s > 1", "a > 0"], sign: .positive,
    derivative: ["", "-s*hurwitz_zeta(s + 1, a)"],
    values: ["hurwitz_zeta(s, 1) = zeta(s)", "hurwitz_zeta(s, 1/2) = (2^s - 1)*zeta(s)"],
    identities: ["hurwitz_zeta(s, a + 1) = hurwitz_zeta(s, a) - a^(-s)"],
    notation: FunctionNotation(latex: #"\zeta"#, mathML: "ζ", unicode: "ζ"),
    script: FunctionScript(mpmath: "zeta(s, a)", pari: "zetahurwitz(s, a)"),
    evaluate: .hurwitzZeta, namelessDerivatives: [0: { .hurwitzZetaByExponent($0) }])
}
