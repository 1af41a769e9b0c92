extension Kernel {
  /// The integral of the Hurwitz zeta function, with `exp(u) - 1` for a divisor.
  static let zetaIntegral = Kernel(
    id: "kernel.zeta-integral", title: "the integral of the zeta function", variable: "u",
    range: "u in (0, inf)", parameters: ["s", "a"],
    logIntegrand: "(s - 1)*log(u) + a*u - log(exp(u) - 1)",
    logIntegral: "lgamma(s) + log(hurwitz_zeta(s, 1 - a))",
    conditions: ["s > 1", "1 - a > 0"],
    samples: [["s": "5/2", "a": "-1/3"], ["s": "4", "a": "0"]],
    source: "DLMF 25.11.25")
}
