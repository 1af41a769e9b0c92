extension FunctionDefinition {
  /// The generalised exponential integral (DLMF 8.19.1, 8.19.12, 8.19.13).
  static let expint = FunctionDefinition(
    name: "expint", parameters: ["n", "x"], domain: ["x > 0"], sign: .positive,
    derivative: ["", "-expint(n - 1, x)"],
    values: ["expint(0, x) = exp(-x)/x", "expint(1, x) = e1(x)"],
    identities: ["expint(n + 1, x) = (exp(-x) - x*expint(n, x))/n"],
    notation: FunctionNotation(latex: #"\mathrm{E}"#, mathML: "E", unicode: "E", style: .subscriptedCall),
    script: FunctionScript(mpmath: "expint(n, x)", pari: "x^(n - 1)*incgam(1 - n, x)"),
    evaluate: .expint, namelessDerivatives: [0: { .expintByOrder($0) }])
}
