extension FunctionDefinition {
  /// The absolute value.
  static let abs = FunctionDefinition(
    name: "abs", parameters: ["x"], sign: .nonnegative, kinks: ["x"],
    derivative: ["x/abs(x)"],
    values: ["abs(0) = 0"],
    identities: ["abs(-x) = abs(x)", "abs(x)^2 = x^2"],
    notation: FunctionNotation(latex: #"\left|\cdot\right|"#, mathML: "| |", unicode: "|·|", style: .absoluteValue),
    script: FunctionScript(mpmath: "fabs(x)", pari: "abs(x)"),
    evaluate: .abs)
}
