extension Kernel {
  /// The integral of the Hurwitz zeta function with the square of `exp(u) - 1` for a divisor.
  static let zetaIntegralSquare = Kernel(
    id: "kernel.zeta-integral-square", title: "the integral of the zeta function by parts", variable: "u",
    range: "u in (0, inf)", parameters: ["s", "a"],
    logIntegrand: "(s - 1)*log(u) + a*u - 2*log(exp(u) - 1)",
    logIntegral: "lgamma(s) + log(hurwitz_zeta(s - 1, 2 - a) + (a - 1)*hurwitz_zeta(s, 2 - a))",
    conditions: ["s > 2", "2 - a > 0"],
    samples: [["s": "7/2", "a": "1/3"], ["s": "4", "a": "1"]],
    source: "DLMF 25.11.25, integrated by parts")
}
