extension Kernel {
  /// Euler's integral of the first kind.
  static let beta = Kernel(
    id: "kernel.beta", title: "Euler's beta integral", variable: "u", range: "u in (0, 1)", parameters: ["s", "t"],
    logIntegrand: "(s - 1)*log(u) + (t - 1)*log(1 - u)",
    logIntegral: "lgamma(s) + lgamma(t) - lgamma(s + t)",
    conditions: ["s > 0", "t > 0"],
    samples: [["s": "5/2", "t": "3/4"], ["s": "1/3", "t": "2"]],
    source: "DLMF 5.12.1")
}
