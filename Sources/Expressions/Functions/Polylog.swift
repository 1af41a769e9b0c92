extension FunctionDefinition {
  /// The polylogarithm (DLMF 25.12.10).
  static let polylog = FunctionDefinition(
    name: "polylog", parameters: ["s", "x"], domain: ["-1 < x", "x < 1"],
    derivative: ["", "polylog(s - 1, x)/x"],
    values: [
      "polylog(s, 0) = 0", "polylog(-4, x) = x*(1 + x)*(1 + 10*x + x^2)/(1 - x)^5",
      "polylog(-3, x) = x*(1 + 4*x + x^2)/(1 - x)^4", "polylog(-2, x) = x*(1 + x)/(1 - x)^3",
      "polylog(-1, x) = x/(1 - x)^2", "polylog(0, x) = x/(1 - x)",
      "polylog(1, x) = -log(1 - x)", "polylog(2, x) = li2(x)",
    ],
    identities: ["polylog(s, -x) = 2^(1 - s)*polylog(s, x^2) - polylog(s, x)"],
    notation: FunctionNotation(latex: #"\mathrm{Li}"#, mathML: "Li", unicode: "Li", style: .subscriptedCall),
    script: FunctionScript(mpmath: "polylog(s, x)", pari: "polylog(s, x)"),
    evaluate: .polylog, namelessDerivatives: [0: { .polylogByOrder($0) }])
}
