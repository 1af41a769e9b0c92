extension FunctionDefinition {
  /// The bracket `[x >= 0]`: 1 for an argument that is positive or zero, else 0.
  static let nonnegative = FunctionDefinition(
    name: "nonnegative", parameters: ["x"], sign: .nonnegative, bounds: .closed(0, 1), kinks: ["x"],
    indicates: "x >= 0",
    derivative: ["0"],
    values: ["nonnegative(0) = 1"],
    notation: FunctionNotation(latex: #"\mathbf{1}"#, mathML: "𝟏", unicode: "𝟏", style: .condition),
    script: FunctionScript(mpmath: "mpf(1 if x >= 0 else 0)", pari: "x >= 0"),
    evaluate: .nonnegative)
}
