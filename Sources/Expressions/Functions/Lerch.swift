extension FunctionDefinition {
  /// Lerch's transcendent (DLMF 25.14.1, 25.14.4).
  static let lerch = FunctionDefinition(
    name: "lerch", parameters: ["z", "s", "a"], domain: ["-1 < z", "z < 1", "a > 0"],
    derivative: ["(lerch(z, s - 1, a) - a*lerch(z, s, a))/z", "", "-s*lerch(z, s + 1, a)"],
    values: [
      "lerch(0, s, a) = a^(-s)", "lerch(z, 0, a) = 1/(1 - z)", "lerch(z, -1, a) = a/(1 - z) + z/(1 - z)^2",
      "lerch(z, -2, a) = a^2/(1 - z) + 2*a*z/(1 - z)^2 + z*(1 + z)/(1 - z)^3",
      "lerch(z, -3, a) = a^3/(1 - z) + 3*a^2*z/(1 - z)^2 + 3*a*z*(1 + z)/(1 - z)^3 + z*(1 + 4*z + z^2)/(1 - z)^4",
      "lerch(z, s, 1) = polylog(s, z)/z",
    ],
    identities: ["lerch(z, s, a + 1) = (lerch(z, s, a) - a^(-s))/z"],
    notation: FunctionNotation(latex: #"\Phi"#, mathML: "Φ", unicode: "Φ"),
    script: FunctionScript(mpmath: "lerchphi(z, s, a)", pari: "lerchphi(z, s, a)"),
    evaluate: .lerch, namelessDerivatives: [1: { .lerchByExponent($0) }])
}
