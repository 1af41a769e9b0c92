extension Kernel {
  /// The incomplete gamma integral with its lower bound moved to the origin.
  static let incompleteGamma = Kernel(
    id: "kernel.incomplete-gamma", title: "the incomplete gamma integral", variable: "u", range: "u in (0, inf)",
    parameters: ["t", "a"],
    logIntegrand: "t*log(1 + u) - a*u",
    logIntegral: "a - (t + 1)*log(a) + log(gammainc(t + 1, a))",
    conditions: ["a > 0"],
    samples: [["t": "-1", "a": "3/2"], ["t": "2/3", "a": "1/4"], ["t": "-5/2", "a": "2"]],
    source: "DLMF 8.2.2")
}
