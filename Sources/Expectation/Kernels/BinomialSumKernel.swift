extension Kernel {
  /// The binomial theorem in the logarithm of its argument.
  static let binomialSum = Kernel(
    id: "kernel.binomial-sum", title: "the binomial theorem", variable: "k", range: "k in {0..n}", parameters: ["c"],
    rangeParameters: ["n"],
    logIntegrand: "c*k - lgamma(k + 1) - lgamma(n - k + 1)",
    logIntegral: "n*log(1 + exp(c)) - lgamma(n + 1)",
    conditions: [],
    samples: [["c": "1/2", "n": "5"], ["c": "-2", "n": "3"]],
    source: "DLMF 1.2.2")
}
