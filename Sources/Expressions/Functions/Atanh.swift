extension FunctionDefinition {
  /// The inverse hyperbolic tangent (DLMF 4.37(ii)).
  static let atanh = FunctionDefinition(
    name: "atanh", aliases: ["artanh", "arctanh"], parameters: ["x"], domain: ["-1 < x", "x < 1"],
    monotonicity: .increasing(through: 0, 0),
    derivative: ["1/(1 - x^2)"],
    values: ["atanh(0) = 0"],
    identities: ["atanh(-x) = -atanh(x)"],
    definition: "log((1 + x)/(1 - x))/2",
    notation: FunctionNotation(
      latex: #"\operatorname{artanh}"#, mathML: "artanh", unicode: "artanh", style: .prefixCall),
    evaluate: .atanh)
}
