extension FunctionDefinition {
  /// The exponential function.
  static let exp = FunctionDefinition(
    name: "exp", parameters: ["x"], sign: .positive, monotonicity: .increasing(through: 0, 1),
    derivative: ["exp(x)"], values: ["exp(0) = 1"],
    logarithm: "x",
    notation: FunctionNotation(latex: "e", mathML: "e", unicode: "e", style: .exponential),
    // PARI adds a tiny number to an exact one with all the digits of both (1 + exp(-10^9) has 400 million), and mpmath takes
    // as many digits of log(2) as the exponent has.
    script: FunctionScript(mpmath: "exp(max(min(x, 10**9), -2*10**4))", pari: "exp(max(x, -2*10^4))"),
    evaluate: .exp)
}
