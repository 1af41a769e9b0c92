extension Kernel {
  /// The Laplace transform of the first-passage density: the Bessel K integral at order 1/2.
  static let reciprocalGaussian = Kernel(
    id: "kernel.reciprocal-gaussian", title: "the first-passage integral", variable: "u", range: "u in (0, inf)",
    parameters: ["a", "b"],
    logIntegrand: "-3/2*log(u) - a*u - b/u",
    logIntegral: "log(pi)/2 - log(b)/2 - 2*sqrt(a)*sqrt(b)",
    conditions: ["a > 0", "b > 0"],
    samples: [["a": "3/2", "b": "2/3"], ["a": "1/5", "b": "4"]],
    source: "DLMF 10.32.10 with 10.39.2")
}
