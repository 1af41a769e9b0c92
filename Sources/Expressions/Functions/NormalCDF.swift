extension FunctionDefinition {
  /// The standard normal distribution function.
  static let normalCDF = FunctionDefinition(
    name: "normal_cdf", parameters: ["x"], sign: .positive,
    derivative: ["normal_pdf(x)"],
    values: ["normal_cdf(0) = 1/2"],
    identities: ["normal_cdf(-x) = 1 - normal_cdf(x)"],
    notation: FunctionNotation(latex: #"\Phi"#, mathML: "Φ", unicode: "Φ"),
    evaluate: .normalCDF)
}
