extension Kernel {
  /// The finite geometric sum in the logarithm of its ratio.
  static let geometricSum = Kernel(
    id: "kernel.geometric-sum", title: "the finite geometric sum", variable: "k", range: "k in {0..n}",
    parameters: ["c"], rangeParameters: ["n"],
    logIntegrand: "c*k",
    logIntegral: "log((1 - exp((n + 1)*c))/(1 - exp(c)))",
    conditions: ["c != 0"],
    samples: [["c": "1/2", "n": "5"], ["c": "-2", "n": "3"]],
    source: "DLMF 1.2.5")
}
