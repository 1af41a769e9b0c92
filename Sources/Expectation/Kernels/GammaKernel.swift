extension Kernel {
  /// Euler's integral of the second kind, the Mellin transform of the exponential.
  static let gamma = Kernel(
    id: "kernel.gamma", title: "Euler's gamma integral", variable: "u", range: "u in (0, inf)", parameters: ["s", "b"],
    logIntegrand: "(s - 1)*log(u) - b*u",
    logIntegral: "lgamma(s) - s*log(b)",
    conditions: ["s > 0", "b > 0"],
    samples: [["s": "5/2", "b": "3/4"], ["s": "1/3", "b": "2"]],
    source: "DLMF 5.9.1")
}
