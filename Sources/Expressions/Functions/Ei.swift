extension FunctionDefinition {
  /// The exponential integral as a principal value (DLMF 6.2.5).
  static let ei = FunctionDefinition(
    name: "ei", parameters: ["x"], domain: ["x != 0"],
    derivative: ["exp(x)/x"],
    notation: FunctionNotation(latex: #"\mathrm{Ei}"#, mathML: "Ei", unicode: "Ei"),
    script: FunctionScript(mpmath: "ei(x)", pari: "if(x > 0, -real(eint1(-x)), -eint1(-x))"),
    evaluate: .ei)
}
