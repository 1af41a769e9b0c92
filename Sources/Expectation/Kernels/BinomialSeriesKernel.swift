extension Kernel {
  /// The binomial series with a negative exponent, in the logarithm of its argument.
  static let binomialSeries = Kernel(
    id: "kernel.binomial-series", title: "the binomial series", variable: "k", range: "k in {0,1,2,...}",
    parameters: ["c"], shapeParameters: ["r"],
    logIntegrand: "c*k + lgamma(k + r) - lgamma(k + 1)",
    logIntegral: "lgamma(r) - r*log(1 - exp(c))",
    conditions: ["exp(c) < 1", "r > 0"],
    samples: [["c": "-1/2", "r": "5/2"], ["c": "-2", "r": "1/3"]],
    source: "DLMF 15.4.6")
}
