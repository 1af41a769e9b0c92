extension Kernel {
  /// The series of the Hurwitz zeta function.
  static let hurwitzSeries = Kernel(
    id: "kernel.hurwitz-series", title: "the series of the Hurwitz zeta function", variable: "k",
    range: "k in {0,1,2,...}", parameters: ["s"], shapeParameters: ["a"],
    logIntegrand: "-s*log(k + a)",
    logIntegral: "log(hurwitz_zeta(s, a))",
    conditions: ["s > 1", "a > 0"],
    samples: [["s": "5/2", "a": "4/3"], ["s": "4", "a": "1/3"]],
    source: "DLMF 25.11.1")
}
