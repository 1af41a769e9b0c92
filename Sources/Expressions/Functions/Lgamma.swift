extension FunctionDefinition {
  /// The logarithm of the gamma function (DLMF 5.2.1).
  static let lgamma = FunctionDefinition(
    name: "lgamma", aliases: ["loggamma", "gammaln"], parameters: ["x"], domain: ["x > 0"],
    derivative: ["digamma(x)"],
    values: ["lgamma(1) = 0", "lgamma(2) = 0", "lgamma(1/2) = log(pi)/2"],
    identities: ["lgamma(x + 1) = lgamma(x) + log(x)"],
    notation: FunctionNotation(latex: #"\log\Gamma"#, mathML: "log Γ", unicode: "log Γ"),
    script: FunctionScript(mpmath: "loggamma(x)", pari: "lngamma(x)"),
    evaluate: .lgamma, increment: { store, x in store.log(x[0]) })
}
