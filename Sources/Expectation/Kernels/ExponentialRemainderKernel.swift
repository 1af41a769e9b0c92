extension Kernel {
  /// The remainder of the exponential series, by an index that need not be an integer.
  static let exponentialRemainder = Kernel(
    id: "kernel.exponential-remainder", title: "the remainder of the exponential series", variable: "k",
    range: "k in {0,1,2,...}", parameters: ["c"], shapeParameters: ["a"],
    logIntegrand: "c*k - lgamma(k + a)",
    logIntegral: "exp(c) - (a - 1)*c + log(1 - gammainc(a - 1, exp(c))/gamma(a - 1))",
    conditions: ["a > 1"],
    samples: [["c": "1/2", "a": "5/2"], ["c": "-2", "a": "4/3"]],
    source: "DLMF 8.7.1 with 8.2.3")
}
