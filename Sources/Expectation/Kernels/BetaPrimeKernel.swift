extension Kernel {
  /// Euler's beta integral on the half-line.
  static let betaPrime = Kernel(
    id: "kernel.beta-prime", title: "Euler's beta integral on the half-line", variable: "u", range: "u in (0, inf)",
    parameters: ["s", "w"],
    logIntegrand: "(s - 1)*log(u) - w*log(1 + u)",
    logIntegral: "lgamma(s) + lgamma(w - s) - lgamma(w)",
    conditions: ["s > 0", "w - s > 0"],
    samples: [["s": "5/2", "w": "13/4"], ["s": "1/3", "w": "2"]],
    source: "DLMF 5.12.3")
}
