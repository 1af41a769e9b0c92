extension FunctionDefinition {
  /// The inert expectation of its argument under the model at hand; derivations give it a value, quadrature checks it.
  static let expectation = FunctionDefinition(
    name: "expectation", parameters: ["g"], derivative: [""],
    notation: FunctionNotation(latex: #"\operatorname{E}"#, mathML: "E", unicode: "E", style: .expectation),
    evaluate: nil)
}
