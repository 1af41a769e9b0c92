internal import Multiprecision

extension FunctionDefinition {
  /// The standard normal distribution function.
  static let normalCDF = FunctionDefinition(
    name: "normal_cdf", parameters: ["x"], sign: .positive,
    monotonicity: .increasing(through: 0, Rational(1, 2)), bounds: .open(0, 1),
    derivative: ["normal_pdf(x)"],
    values: ["normal_cdf(0) = 1/2"],
    identities: ["normal_cdf(-x) = 1 - normal_cdf(x)", "exp(-x^2/2) = sqrt(2*pi)*normal_pdf(x)"],
    notation: FunctionNotation(latex: #"\Phi"#, mathML: "Φ", unicode: "Φ"),
    script: FunctionScript(mpmath: "erfc(-max(min(x, 10**4), -10**4)/sqrt(2))/2", pari: "erfc(-x/sqrt(2))/2"),
    evaluate: .normalCDF, tails: FunctionTails(total: 1, logarithm: .logNormalCDF))
}
