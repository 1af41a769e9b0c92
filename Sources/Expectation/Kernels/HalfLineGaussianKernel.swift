extension Kernel {
  /// The Gaussian integral over the half-line.
  static let halfLineGaussian = Kernel(
    id: "kernel.half-line-gaussian", title: "the Gaussian integral over the half-line", variable: "u",
    range: "u in (0, inf)", parameters: ["a", "b"],
    logIntegrand: "-a*u^2 + b*u",
    logIntegral: "log(pi)/2 - log(a)/2 + b^2/(4*a) + log(normal_cdf(b/sqrt(2*a)))",
    conditions: ["a > 0"],
    samples: [["a": "3/2", "b": "2/3"], ["a": "1/5", "b": "-1"]],
    source: "DLMF 7.7.6 with 7.2.2")
}
