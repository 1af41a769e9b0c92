extension FunctionDefinition {
  /// The logarithm of the factorial (DLMF 5.4.1).
  static let lfactorial = FunctionDefinition(
    name: "lfactorial", aliases: ["logfactorial"], parameters: ["x"], domain: ["x > -1"],
    derivative: ["digamma(x + 1)"],
    values: ["lfactorial(0) = 0", "lfactorial(1) = 0"],
    identities: ["lfactorial(x + 1) = lfactorial(x) + log(x + 1)"],
    definition: "lgamma(x + 1)",
    notation: FunctionNotation(latex: #"\log"#, mathML: "log", unicode: "log", style: .factorialAfterName),
    script: FunctionScript(mpmath: "loggamma(x + 1)", pari: "lngamma(x + 1)"),
    evaluate: .lfactorial,
    increment: { store, x in store.log(store.sum([x[0], store.one])) })
}
