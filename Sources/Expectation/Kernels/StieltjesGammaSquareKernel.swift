extension Kernel {
  /// The integrand of Euler's gamma integral over the square of 1 + u.
  static let stieltjesGammaSquare = Kernel(
    id: "kernel.stieltjes-gamma-square", title: "the derived Stieltjes transform of a gamma integrand", variable: "u",
    range: "u in (0, inf)", parameters: ["s", "a"],
    logIntegrand: "(s - 1)*log(u) - 2*log(1 + u) - a*u",
    logIntegral: "lgamma(s) + log(a^(1 - s) - (s - 1 + a)*exp(a)*gammainc(1 - s, a))",
    conditions: ["s > 0", "a > 0"],
    samples: [["s": "1/2", "a": "3/4"], ["s": "5/3", "a": "2"]],
    source: "DLMF 8.6.4, integrated by parts")
}
