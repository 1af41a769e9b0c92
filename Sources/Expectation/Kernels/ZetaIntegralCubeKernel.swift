extension Kernel {
  /// The integral of the Hurwitz zeta function with the cube of `exp(u) - 1` for a divisor.
  static let zetaIntegralCube = Kernel(
    id: "kernel.zeta-integral-cube", title: "the integral of the zeta function by parts", variable: "u",
    range: "u in (0, inf)", parameters: ["s", "a"],
    logIntegrand: "(s - 1)*log(u) + a*u - 3*log(exp(u) - 1)",
    logIntegral: """
      lgamma(s) - log(2) + log(hurwitz_zeta(s - 2, 3 - a) + (2*a - 3)*hurwitz_zeta(s - 1, 3 - a) \
      + (a - 1)*(a - 2)*hurwitz_zeta(s, 3 - a))
      """,
    conditions: ["s > 3", "3 - a > 0"],
    samples: [["s": "9/2", "a": "1/3"], ["s": "5", "a": "2"]],
    source: "DLMF 25.11.25, integrated by parts twice")
}
