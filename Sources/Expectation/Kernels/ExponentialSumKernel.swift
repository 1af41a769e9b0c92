extension Kernel {
  /// The partial sum of the exponential series.
  static let exponentialSum = Kernel(
    id: "kernel.exponential-sum", title: "the partial sum of the exponential series", variable: "k",
    range: "k in {0..n}", parameters: ["c"], rangeParameters: ["n"],
    logIntegrand: "c*k - lgamma(k + 1)",
    logIntegral: "exp(c) + log(gammainc(n + 1, exp(c))) - lgamma(n + 1)",
    conditions: [],
    samples: [["c": "1/2", "n": "5"], ["c": "-2", "n": "3"]],
    source: "DLMF 8.4.10")
}
