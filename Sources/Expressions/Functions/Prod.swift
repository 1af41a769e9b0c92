extension FunctionDefinition {
  /// The inert product of its first argument over the integers that its second, a symbol, takes from the third to the
  /// fourth: `prod(j in 1..n, x + j)`. Products whose bounds are numbers are written out where they are read.
  static let prod = FunctionDefinition(
    name: "prod", parameters: ["g", "i", "a", "b"], derivative: ["", "", "", ""],
    notation: FunctionNotation(latex: #"\prod"#, mathML: "∏", unicode: "∏", style: .bound),
    script: FunctionScript(mpmath: "fprod(g(k) for k in range(int(a), int(b) + 1))", pari: "prod(k = a, b, g(k))"),
    evaluate: nil)
}
