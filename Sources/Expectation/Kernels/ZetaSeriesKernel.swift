extension Kernel {
  /// The Dirichlet series of the zeta function.
  static let zetaSeries = Kernel(
    id: "kernel.zeta-series", title: "the zeta series", variable: "k", range: "k in {1,2,...}", parameters: ["s"],
    logIntegrand: "-s*log(k)",
    logIntegral: "log(zeta(s))",
    conditions: ["s > 1"],
    samples: [["s": "5/2"], ["s": "4"]],
    source: "DLMF 25.2.1")
}
