extension Kernel {
  /// The exponential over an interval.
  static let intervalExponential = Kernel(
    id: "kernel.interval-exponential", title: "the exponential integral over an interval", variable: "u",
    range: "u in (0, c)", parameters: ["a"], rangeParameters: ["c"],
    logIntegrand: "-a*u",
    logIntegral: "log((1 - exp(-a*c))/a)",
    conditions: ["a != 0"],
    samples: [["a": "3/2", "c": "1"], ["a": "-2", "c": "5/3"]],
    source: "DLMF 4.2.19, integrated")
}
