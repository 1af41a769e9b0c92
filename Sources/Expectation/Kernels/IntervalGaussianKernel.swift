extension Kernel {
  /// The Gaussian integral over the unit interval.
  static let intervalGaussian = Kernel(
    id: "kernel.interval-gaussian", title: "the Gaussian integral over an interval", variable: "u",
    range: "u in (0, 1)", parameters: ["a", "b"],
    logIntegrand: "-a*u^2 + b*u",
    logIntegral:
      "log(pi)/2 - log(a)/2 + b^2/(4*a) + log(normal_cdf((2*a - b)/sqrt(2*a)) - normal_cdf(-b/sqrt(2*a)))",
    conditions: ["a > 0"],
    samples: [["a": "3/2", "b": "2/3"], ["a": "1/5", "b": "-1"]],
    source: "DLMF 7.2.1 with 7.2.2")
}
