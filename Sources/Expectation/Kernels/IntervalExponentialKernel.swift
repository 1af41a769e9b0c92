extension Kernel {
  /// The exponential over the unit interval.
  static let intervalExponential = Kernel(
    id: "kernel.interval-exponential", title: "the exponential integral over an interval", variable: "u",
    range: "u in (0, 1)", parameters: ["a"],
    logIntegrand: "-a*u",
    logIntegral: "log((1 - exp(-a))/a)",
    conditions: ["a != 0"],
    samples: [["a": "3/2"], ["a": "-2"]],
    source: "DLMF 4.2.19, integrated")
}
