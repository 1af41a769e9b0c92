extension FunctionDefinition {
  /// The natural logarithm.
  static let log = FunctionDefinition(
    name: "log", aliases: ["ln"], parameters: ["x"], domain: ["x > 0"],
    monotonicity: .increasing(through: 1, 0), derivative: ["1/x"], values: ["log(1) = 0"],
    notation: FunctionNotation(latex: #"\log"#, mathML: "log", unicode: "log", style: .prefixCall),
    script: FunctionScript(mpmath: "log(x)", pari: "log(x)"),
    evaluate: .log)
}
