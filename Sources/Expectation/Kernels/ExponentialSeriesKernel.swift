extension Kernel {
  /// The exponential series in the logarithm of its argument.
  static let exponentialSeries = Kernel(
    id: "kernel.exponential-series", title: "the exponential series", variable: "k", range: "k in {0,1,2,...}",
    parameters: ["c"],
    logIntegrand: "c*k - lgamma(k + 1)",
    logIntegral: "exp(c)",
    conditions: [],
    samples: [["c": "1/2"], ["c": "-2"]],
    source: "DLMF 4.2.19")
}
