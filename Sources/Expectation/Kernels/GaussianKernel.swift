extension Kernel {
  /// The Gaussian integral with a linear term.
  static let gaussian = Kernel(
    id: "kernel.gaussian", title: "the Gaussian integral", variable: "u", range: "u in R", parameters: ["a", "b"],
    logIntegrand: "-a*u^2 + b*u",
    logIntegral: "log(pi)/2 - log(a)/2 + b^2/(4*a)",
    conditions: ["a > 0"],
    samples: [["a": "3/2", "b": "2/3"], ["a": "1/5", "b": "-1"]],
    source: "DLMF 7.7.3 with 7.2.1")
}
