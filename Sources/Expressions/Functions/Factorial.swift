extension FunctionDefinition {
  /// The factorial, continued by the gamma function: `gamma(x + 1)` (DLMF 5.4.1).
  static let factorial = FunctionDefinition(
    name: "factorial", parameters: ["x"], domain: ["x > -1"], sign: .positive,
    derivative: ["factorial(x)*digamma(x + 1)"],
    values: ["factorial(0) = 1", "factorial(1) = 1", "factorial(-1/2) = sqrt(pi)"],
    identities: ["factorial(x + 1) = (x + 1)*factorial(x)"],
    definition: "exp(lgamma(x + 1))",
    logarithm: "lgamma(x + 1)",
    notation: FunctionNotation(latex: "!", mathML: "!", unicode: "!", style: .factorial),
    script: FunctionScript(mpmath: "factorial(x)", pari: "gamma(x + 1)"),
    evaluate: .factorial)
}
