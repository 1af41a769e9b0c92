extension Kernel {
  /// The Laplace transform of log(1 + u).
  static let exponentialIntegral = Kernel(
    id: "kernel.exponential-integral", title: "the exponential integral", variable: "u", range: "u in (0, inf)",
    parameters: ["a"],
    logIntegrand: "log(log(1 + u)) - a*u",
    logIntegral: "a - log(a) + log(e1(a))",
    conditions: ["a > 0"],
    samples: [["a": "3/2"], ["a": "1/4"]],
    source: "DLMF 6.2.1, integrated by parts")
}
