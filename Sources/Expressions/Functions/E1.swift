extension FunctionDefinition {
  /// The exponential integral `E1(x) = -Ei(-x)` (DLMF 6.2.1).
  static let e1 = FunctionDefinition(
    name: "e1", parameters: ["x"], domain: ["x > 0"], sign: .positive,
    derivative: ["-exp(-x)/x"],
    notation: FunctionNotation(latex: #"\mathrm{E}_1"#, mathML: "E₁", unicode: "E₁"),
    script: FunctionScript(mpmath: "e1(x)", pari: "eint1(x)"),
    evaluate: .e1)
}
