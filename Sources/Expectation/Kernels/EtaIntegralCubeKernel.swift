extension Kernel {
  /// The integral of the alternating zeta series with the cube of `1 + exp(u)` for a divisor.
  static let etaIntegralCube = Kernel(
    id: "kernel.eta-integral-cube", title: "the integral of the alternating zeta series by parts", variable: "u",
    range: "u in (0, inf)", parameters: ["s", "a"],
    logIntegrand: "(s - 1)*log(u) + a*u - 3*log(1 + exp(u))",
    logIntegral: """
      lgamma(s) - log(2) + log(2^(-(s - 2))*(hurwitz_zeta(s - 2, (3 - a)/2) - hurwitz_zeta(s - 2, (4 - a)/2)) \
      + (2*a - 3)*2^(-(s - 1))*(hurwitz_zeta(s - 1, (3 - a)/2) - hurwitz_zeta(s - 1, (4 - a)/2)) \
      + (a - 1)*(a - 2)*2^(-(s))*(hurwitz_zeta(s, (3 - a)/2) - hurwitz_zeta(s, (4 - a)/2)))
      """,
    conditions: ["s > 3", "3 - a > 0"],
    samples: [["s": "9/2", "a": "1/3"], ["s": "5", "a": "2"]],
    source: "DLMF 25.11.35, integrated by parts twice")
}
