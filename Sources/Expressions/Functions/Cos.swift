extension FunctionDefinition {
  /// The cosine (DLMF 4.14.2).
  static let cos = FunctionDefinition(
    name: "cos", parameters: ["x"],
    positiveWhere: ["-0.5*pi < x < 0.5*pi"],
    bounds: .closed(-1, 1, aboveWhere: ["-pi < x < pi"], belowWhere: ["0 < x < 2*pi", "-2*pi < x < 0"]),
    derivative: ["-sin(x)"],
    values: [
      "cos(0) = 1", "cos(pi/6) = sqrt(3)/2", "cos(pi/4) = sqrt(2)/2", "cos(pi/3) = 1/2", "cos(pi/2) = 0",
      "cos(pi) = -1",
    ],
    identities: ["cos(-x) = cos(x)", "cos(x + 2*pi) = cos(x)"],
    notation: FunctionNotation(latex: #"\cos"#, mathML: "cos", unicode: "cos", style: .prefixCall),
    script: FunctionScript(mpmath: "cos(x)", pari: "cos(x)"),
    evaluate: .cos, periodInPi: 2, quarterTurn: { store, x in store.negated(store.call("sin", [x])) },
    complement: { store, x in
      store.product([store.two, store.square(store.call("sin", [store.product([store.half, x])]))])
    })
}
