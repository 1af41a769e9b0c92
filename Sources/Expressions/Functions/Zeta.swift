extension FunctionDefinition {
  /// The Riemann zeta function (DLMF 25.2.1); its values at even integers are Euler's (25.6.1, 25.6.2).
  static let zeta = FunctionDefinition(
    name: "zeta", parameters: ["s"], domain: ["s > 1"], sign: .positive,
    derivative: ["zeta_deriv(1, s)"],
    values: [
      "zeta(0) = -1/2", "zeta(2) = pi^2/6", "zeta(4) = pi^4/90", "zeta(6) = pi^6/945", "zeta(8) = pi^8/9450",
      "zeta(10) = pi^10/93555",
    ],
    notation: FunctionNotation(latex: #"\zeta"#, mathML: "ζ", unicode: "ζ"),
    script: FunctionScript(mpmath: "zeta(s)", pari: "zeta(s)"),
    evaluate: .zeta)
}
