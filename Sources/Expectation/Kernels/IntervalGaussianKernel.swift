extension Kernel {
  /// The Gaussian integral over an interval.
  static let intervalGaussian = Kernel(
    id: "kernel.interval-gaussian", title: "the Gaussian integral over an interval", variable: "u",
    range: "u in (0, c)", parameters: ["a", "b"], rangeParameters: ["c"],
    logIntegrand: "-a*u^2 + b*u",
    logIntegral:
      "log(pi)/2 - log(a)/2 + b^2/(4*a) + log(normal_cdf((2*a*c - b)/sqrt(2*a)) - normal_cdf(-b/sqrt(2*a)))",
    conditions: ["a > 0"],
    samples: [["a": "3/2", "b": "2/3", "c": "1"], ["a": "1/5", "b": "-1", "c": "7/2"]],
    source: "DLMF 7.2.1 with 7.2.2")
}
