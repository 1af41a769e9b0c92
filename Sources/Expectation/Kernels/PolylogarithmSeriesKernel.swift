extension Kernel {
  /// The series of the polylogarithm, in the logarithm of its argument.
  static let polylogarithmSeries = Kernel(
    id: "kernel.polylogarithm-series", title: "the series of the polylogarithm", variable: "k",
    range: "k in {1,2,...}", parameters: ["c", "s"],
    logIntegrand: "c*k - s*log(k)",
    logIntegral: "log(polylog(s, exp(c)))",
    conditions: ["exp(c) < 1"],
    samples: [["c": "-1/2", "s": "5/2"], ["c": "-3", "s": "-1/3"]],
    source: "DLMF 25.12.10")
}
