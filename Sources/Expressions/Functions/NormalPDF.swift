extension FunctionDefinition {
  /// The standard normal density.
  static let normalPDF = FunctionDefinition(
    name: "normal_pdf", parameters: ["x"], sign: .positive,
    derivative: ["-x*normal_pdf(x)"],
    values: ["normal_pdf(0) = 1/sqrt(2*pi)"],
    identities: ["normal_pdf(-x) = normal_pdf(x)"],
    definition: "exp(-x^2/2)/sqrt(2*pi)",
    logarithm: "-x^2/2 - log(2*pi)/2",
    notation: FunctionNotation(latex: #"\varphi"#, mathML: "φ", unicode: "φ"),
    script: FunctionScript(mpmath: "npdf(x)", pari: "exp(-x^2/2)/sqrt(2*Pi)"),
    evaluate: .normalPDF)
}
