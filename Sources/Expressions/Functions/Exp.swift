extension FunctionDefinition {
  /// The exponential function.
  static let exp = FunctionDefinition(
    name: "exp", parameters: ["x"], sign: .positive, monotonicity: .increasing(through: 0, 1),
    derivative: ["exp(x)"], values: ["exp(0) = 1"],
    logarithm: "x",
    notation: FunctionNotation(latex: "e", mathML: "e", unicode: "e", style: .exponential),
    script: FunctionScript(mpmath: "exp(x)", pari: "exp(x)"),
    evaluate: .exp)
}
