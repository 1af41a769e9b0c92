extension FunctionDefinition {
  /// The error function (DLMF 7.2.1).
  static let erf = FunctionDefinition(
    name: "erf", parameters: ["x"],
    monotonicity: .increasing(through: 0, 0), bounds: .open(-1, 1),
    derivative: ["2*exp(-x^2)/sqrt(pi)"],
    values: ["erf(0) = 0"],
    identities: ["erf(-x) = -erf(x)"],
    notation: FunctionNotation(latex: #"\operatorname{erf}"#, mathML: "erf", unicode: "erf"),
    script: FunctionScript(mpmath: "erf(x)", pari: "1 - erfc(x)"),
    evaluate: .erf)
}
