extension FunctionDefinition {
  /// Lerch's transcendent (DLMF 25.14.1, 25.14.4).
  static let lerch = FunctionDefinition(
    name: "lerch", parameters: ["z", "s", "a"], domain: ["-1 < z", "z < 1", "a > 0"],
    derivative: ["(lerch(z, s - 1, a) - a*lerch(z, s, a))/z", "", "-s*lerch(z, s + 1, a)"],
    values: ["lerch(0, s, a) = a^(-s)", "lerch(z, 0, a) = 1/(1 - z)", "lerch(z, s, 1) = polylog(s, z)/z"],
    identities: ["lerch(z, s, a + 1) = (lerch(z, s, a) - a^(-s))/z"],
    notation: FunctionNotation(latex: #"\Phi"#, mathML: "Φ", unicode: "Φ"),
    script: FunctionScript(mpmath: "lerchphi(z, s, a)", pari: "lerchphi(z, s, a)"),
    evaluate: .lerch, namelessDerivatives: [1: { .lerchByExponent($0) }])
}
