extension Kernel {
  /// The series of the hyperbolic sine, in the logarithm of its argument squared.
  static let oddExponentialSeries = Kernel(
    id: "kernel.odd-exponential-series", title: "the series of the hyperbolic sine", variable: "k",
    range: "k in {0,1,2,...}", parameters: ["c"],
    logIntegrand: "c*k - lgamma(2*k + 2)",
    logIntegral: "log(sinh(exp(c/2))) - c/2",
    conditions: [],
    samples: [["c": "1/2"], ["c": "-2"]],
    source: "DLMF 4.33.1")
}
