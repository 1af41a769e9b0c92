extension Kernel {
  /// The geometric series in the logarithm of its ratio.
  static let geometricSeries = Kernel(
    id: "kernel.geometric-series", title: "the geometric series", variable: "k", range: "k in {0,1,2,...}",
    parameters: ["c"],
    logIntegrand: "c*k",
    logIntegral: "-log(1 - exp(c))",
    conditions: ["exp(c) < 1"],
    samples: [["c": "-1/2"], ["c": "-3"]],
    source: "DLMF 1.2.7")
}
