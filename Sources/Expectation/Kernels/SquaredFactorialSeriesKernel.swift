extension Kernel {
  /// The power series of the modified Bessel function of order 0, in the logarithm of its argument squared.
  static let squaredFactorialSeries = Kernel(
    id: "kernel.squared-factorial-series", title: "the series of the modified Bessel function of order 0",
    variable: "k", range: "k in {0,1,2,...}", parameters: ["c"],
    logIntegrand: "c*k - 2*lgamma(k + 1)",
    logIntegral: "log(besseli(0, 2*exp(c/2)))",
    conditions: [],
    samples: [["c": "1/2"], ["c": "-2"]],
    source: "DLMF 10.25.2")
}
