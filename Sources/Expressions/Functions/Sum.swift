extension FunctionDefinition {
  /// The inert sum of its first argument over the integers that its second, a symbol, takes from the third to the fourth:
  /// `sum(j in 0..inf, x^j)`. Sums whose bounds are numbers are written out where they are read.
  static let sum = FunctionDefinition(
    name: "sum", parameters: ["g", "i", "a", "b"], derivative: ["", "", "", ""],
    notation: FunctionNotation(latex: #"\sum"#, mathML: "∑", unicode: "∑", style: .bound),
    script: FunctionScript(mpmath: "integers(lambda k: [g(k)], a, b)[0]", pari: "integers(k -> [g(k)], a, b)[1]"),
    evaluate: nil)
}
