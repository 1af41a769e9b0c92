extension FunctionDefinition {
  /// The inverse hyperbolic sine (DLMF 4.37(ii)).
  static let asinh = FunctionDefinition(
    name: "asinh", aliases: ["arsinh", "arcsinh"], parameters: ["x"],
    monotonicity: .increasing(through: 0, 0),
    derivative: ["1/sqrt(1 + x^2)"],
    values: ["asinh(0) = 0"],
    identities: ["asinh(-x) = -asinh(x)"],
    definition: "log(x + sqrt(x^2 + 1))",
    notation: FunctionNotation(
      latex: #"\operatorname{arsinh}"#, mathML: "arsinh", unicode: "arsinh", style: .prefixCall),
    evaluate: .asinh)
}
