extension FunctionDefinition {
  /// The upper incomplete gamma function (DLMF 8.2.2, 8.8.2).
  static let gammainc = FunctionDefinition(
    name: "gammainc", parameters: ["s", "x"], domain: ["x > 0"], sign: .positive,
    derivative: ["", "-x^(s - 1)*exp(-x)"],
    values: ["gammainc(1, x) = exp(-x)", "gammainc(0, x) = e1(x)", "gammainc(1/2, x) = sqrt(pi)*erfc(sqrt(x))"],
    identities: ["gammainc(s + 1, x) = s*gammainc(s, x) + x^s*exp(-x)"],
    notation: FunctionNotation(latex: #"\Gamma"#, mathML: "Γ", unicode: "Γ"),
    script: FunctionScript(mpmath: "gammainc(s, x)", pari: "incgam(s, x)"),
    evaluate: .gammainc, namelessDerivatives: [0: { .gammaincByShape($0) }],
    namelessValues: ["gammainc(1, x) = e1(x) + exp(-x)*log(x)"])
}
