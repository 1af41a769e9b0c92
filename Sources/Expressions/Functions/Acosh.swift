extension FunctionDefinition {
  /// The inverse hyperbolic cosine (DLMF 4.37(ii)).
  static let acosh = FunctionDefinition(
    name: "acosh", aliases: ["arcosh", "arccosh"], parameters: ["x"], domain: ["x > 1"], sign: .nonnegative,
    monotonicity: .increasing(through: 1, 0),
    derivative: ["1/sqrt(x^2 - 1)"],
    values: ["acosh(1) = 0"],
    definition: "log(x + sqrt(x^2 - 1))",
    notation: FunctionNotation(
      latex: #"\operatorname{arcosh}"#, mathML: "arcosh", unicode: "arcosh", style: .prefixCall),
    evaluate: .acosh)
}
