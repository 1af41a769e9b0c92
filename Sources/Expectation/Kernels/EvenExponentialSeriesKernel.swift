extension Kernel {
  /// The series of the hyperbolic cosine, in the logarithm of its argument squared.
  static let evenExponentialSeries = Kernel(
    id: "kernel.even-exponential-series", title: "the series of the hyperbolic cosine", variable: "k",
    range: "k in {0,1,2,...}", parameters: ["c"],
    logIntegrand: "c*k - lgamma(2*k + 1)",
    logIntegral: "log(cosh(exp(c/2)))",
    conditions: [],
    samples: [["c": "1/2"], ["c": "-2"]],
    source: "DLMF 4.33.2")
}
