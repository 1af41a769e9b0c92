extension Kernel {
  /// The Stieltjes transform of the integrand of Euler's gamma integral.
  static let stieltjesGamma = Kernel(
    id: "kernel.stieltjes-gamma", title: "the Stieltjes transform of a gamma integrand", variable: "u",
    range: "u in (0, inf)", parameters: ["s", "a"],
    logIntegrand: "(s - 1)*log(u) - log(1 + u) - a*u",
    logIntegral: "lgamma(s) + a + log(gammainc(1 - s, a))",
    conditions: ["s > 0", "a > 0"],
    samples: [["s": "1/2", "a": "3/4"], ["s": "5/3", "a": "2"]],
    source: "DLMF 8.6.4")
}
