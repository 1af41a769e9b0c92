extension FunctionDefinition {
  /// The complementary error function `1 - erf(x)` (DLMF 7.2.2).
  static let erfc = FunctionDefinition(
    name: "erfc", parameters: ["x"], sign: .positive,
    monotonicity: .decreasing(through: 0, 1), bounds: .open(0, 2),
    derivative: ["-2*exp(-x^2)/sqrt(pi)"],
    values: ["erfc(0) = 1"],
    identities: ["erfc(-x) = 2 - erfc(x)"],
    notation: FunctionNotation(latex: #"\operatorname{erfc}"#, mathML: "erfc", unicode: "erfc"),
    script: FunctionScript(mpmath: "erfc(max(min(x, 10**4), -10**4))", pari: "erfc(x)"),
    evaluate: .erfc, tails: FunctionTails(total: 2, logarithm: .logErfc))
}
