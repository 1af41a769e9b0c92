extension FunctionDefinition {
  /// The derivative of order n of the Riemann zeta function (DLMF 25.2.6).
  static let zetaDeriv = FunctionDefinition(
    name: "zeta_deriv", parameters: ["n", "s"], domain: ["n >= 0", "s > 1"],
    derivative: ["", "zeta_deriv(n + 1, s)"],
    values: ["zeta_deriv(0, s) = zeta(s)", "zeta_deriv(1, 0) = -log(2*pi)/2"],
    notation: FunctionNotation(latex: #"\zeta"#, mathML: "ζ", unicode: "ζ", style: .superscriptedCall),
    script: FunctionScript(mpmath: "zeta(s, 1, int(n))", pari: "derivnum(t = s, zeta(t), n)"),
    evaluate: .zetaDeriv)
}
