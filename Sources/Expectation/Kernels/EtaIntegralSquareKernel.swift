extension Kernel {
  /// The integral of the alternating zeta series with the square of `1 + exp(u)` for a divisor.
  static let etaIntegralSquare = Kernel(
    id: "kernel.eta-integral-square", title: "the integral of the alternating zeta series by parts", variable: "u",
    range: "u in (0, inf)", parameters: ["s", "a"],
    logIntegrand: "(s - 1)*log(u) + a*u - 2*log(1 + exp(u))",
    logIntegral: """
      lgamma(s) + log(2^(-(s - 1))*(hurwitz_zeta(s - 1, (2 - a)/2) - hurwitz_zeta(s - 1, (3 - a)/2)) \
      + (a - 1)*2^(-(s))*(hurwitz_zeta(s, (2 - a)/2) - hurwitz_zeta(s, (3 - a)/2)))
      """,
    conditions: ["s > 2", "2 - a > 0"],
    samples: [["s": "7/2", "a": "1/3"], ["s": "4", "a": "1"]],
    source: "DLMF 25.11.35, integrated by parts")
}
