extension Kernel {
  /// The series of the logarithm, in the logarithm of its argument.
  static let logarithmicSeries = Kernel(
    id: "kernel.logarithmic-series", title: "the series of the logarithm", variable: "k", range: "k in {1,2,...}",
    parameters: ["c"],
    logIntegrand: "c*k - log(k)",
    logIntegral: "log(-log(1 - exp(c)))",
    conditions: ["exp(c) < 1"],
    samples: [["c": "-1/2"], ["c": "-3"]],
    source: "DLMF 4.6.1")
}
