extension Kernel {
  /// The series of Lerch's transcendent, in the logarithm of its argument.
  static let lerchSeries = Kernel(
    id: "kernel.lerch-series", title: "the series of Lerch's transcendent", variable: "k", range: "k in {0,1,2,...}",
    parameters: ["c", "s"], shapeParameters: ["a"],
    logIntegrand: "c*k - s*log(k + a)",
    logIntegral: "log(lerch(exp(c), s, a))",
    conditions: ["exp(c) < 1", "a > 0"],
    samples: [["c": "-1/2", "s": "5/2", "a": "4/3"], ["c": "-3", "s": "-1/3", "a": "1/2"]],
    source: "DLMF 25.14.1")
}
