extension Kernel {
  /// The power series of the modified Bessel function of the first kind, in the logarithm of its argument squared.
  static let besselSeries = Kernel(
    id: "kernel.bessel-series", title: "the series of the modified Bessel function", variable: "k",
    range: "k in {0,1,2,...}", parameters: ["c"], shapeParameters: ["v"],
    logIntegrand: "c*k - lgamma(k + 1) - lgamma(k + v)",
    logIntegral: "log(besseli(v - 1, 2*exp(c/2))) - (v - 1)*c/2",
    conditions: ["v > 0"],
    samples: [["c": "1/2", "v": "5/2"], ["c": "-2", "v": "1/3"]],
    source: "DLMF 10.25.2")
}
