extension FunctionDefinition {
  /// The inverse tangent, with values between -pi/2 and pi/2 (DLMF 4.23(ii)).
  static let atan = FunctionDefinition(
    name: "atan", aliases: ["arctan"], parameters: ["x"],
    monotonicity: .increasing(through: 0, 0),
    derivative: ["1/(1 + x^2)"],
    values: ["atan(0) = 0", "atan(1) = pi/4", "atan(-1) = -pi/4"],
    identities: ["atan(-x) = -atan(x)"],
    notation: FunctionNotation(latex: #"\arctan"#, mathML: "arctan", unicode: "arctan", style: .prefixCall),
    script: FunctionScript(mpmath: "atan(x)", pari: "atan(x)"),
    evaluate: .atan)
}
