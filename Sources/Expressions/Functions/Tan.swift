extension FunctionDefinition {
  /// The tangent (DLMF 4.14.4).
  static let tan = FunctionDefinition(
    name: "tan", parameters: ["x"], domain: ["cos(x) != 0"],
    derivative: ["1 + tan(x)^2"],
    values: ["tan(0) = 0", "tan(pi/4) = 1", "tan(pi) = 0"],
    identities: ["tan(-x) = -tan(x)", "tan(x + pi) = tan(x)"],
    definition: "sin(x)/cos(x)",
    notation: FunctionNotation(latex: #"\tan"#, mathML: "tan", unicode: "tan", style: .prefixCall),
    script: FunctionScript(mpmath: "tan(x)", pari: "tan(x)"),
    evaluate: .tan, periodInPi: 1,
    quarterTurn: { store, x in store.negated(store.power(store.call("tan", [x]), store.minusOne)) })
}
