extension FunctionDefinition {
  /// The inert partial derivative of its first argument by the symbol that is its second.
  static let diff = FunctionDefinition(
    name: "diff", parameters: ["f", "s"], derivative: ["", ""],
    notation: FunctionNotation(latex: #"\partial"#, mathML: "∂", unicode: "∂", style: .derivative),
    evaluate: nil)
}
