extension FunctionDefinition {
  /// The binomial coefficient, continued by the gamma function (DLMF 1.2.6).
  static let binomial = FunctionDefinition(
    name: "binomial", aliases: ["choose", "nCr", "comb"], parameters: ["n", "k"], domain: ["k >= 0", "n >= k"],
    sign: .positive,
    derivative: [
      "binomial(n, k)*(digamma(n + 1) - digamma(n - k + 1))",
      "binomial(n, k)*(digamma(n - k + 1) - digamma(k + 1))",
    ],
    values: ["binomial(n, 0) = 1", "binomial(n, 1) = n"],
    identities: [
      "binomial(n + 1, k) = binomial(n, k)*(n + 1)/(n - k + 1)",
      "binomial(n, k + 1) = binomial(n, k)*(n - k)/(k + 1)",
    ],
    definition: "exp(lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1))",
    logarithm: "lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)",
    notation: FunctionNotation(latex: #"\binom"#, mathML: "binomial", unicode: "binomial", style: .binomial),
    script: FunctionScript(mpmath: "binomial(n, k)", pari: "exp(lngamma(n + 1) - lngamma(k + 1) - lngamma(n - k + 1))"),
    evaluate: .binomial)
}
