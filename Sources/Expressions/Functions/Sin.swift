extension FunctionDefinition {
  /// The sine (DLMF 4.14.1).
  static let sin = FunctionDefinition(
    name: "sin", parameters: ["x"],
    positiveWhere: ["0 < x < pi"],
    bounds: .closed(-1, 1, aboveWhere: ["-0.5*pi < x < 1.5*pi"], belowWhere: ["-1.5*pi < x < 0.5*pi"]),
    derivative: ["cos(x)"],
    values: [
      "sin(0) = 0", "sin(pi/6) = 1/2", "sin(pi/4) = sqrt(2)/2", "sin(pi/3) = sqrt(3)/2", "sin(pi/2) = 1",
      "sin(pi) = 0",
    ],
    identities: ["sin(-x) = -sin(x)", "sin(x + 2*pi) = sin(x)", "sin(x)^2 = 1 - cos(x)^2"],
    notation: FunctionNotation(latex: #"\sin"#, mathML: "sin", unicode: "sin", style: .prefixCall),
    script: FunctionScript(mpmath: "sin(x)", pari: "sin(x)"),
    evaluate: .sin, periodInPi: 2, quarterTurn: { store, x in store.call("cos", [x]) },
    complement: { store, x in
      let angle = store.difference(x, store.product([store.half, store.constant("pi")]))
      return store.product([store.two, store.square(store.call("sin", [store.product([store.half, angle])]))])
    })
}
