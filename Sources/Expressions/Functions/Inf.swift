extension FunctionDefinition {
  /// Positive infinity, as a bound of a support or the value of a divergent integral.
  static let inf = FunctionDefinition(
    name: "inf", aliases: ["infinity"], parameters: [], sign: .positive, derivative: [],
    notation: FunctionNotation(latex: #"\infty"#, mathML: "∞", unicode: "∞", style: .constant),
    script: FunctionScript(mpmath: "inf", pari: "oo"),
    evaluate: .infinity)
}
