extension Kernel {
  /// The integral of the alternating zeta series, with `1 + exp(u)` for a divisor.
  static let etaIntegral = Kernel(
    id: "kernel.eta-integral", title: "the integral of the alternating zeta series", variable: "u",
    range: "u in (0, inf)", parameters: ["s", "a"],
    logIntegrand: "(s - 1)*log(u) + a*u - log(1 + exp(u))",
    logIntegral: "lgamma(s) + log(2^(-(s))*(hurwitz_zeta(s, (1 - a)/2) - hurwitz_zeta(s, (2 - a)/2)))",
    conditions: ["s > 1", "1 - a > 0"],
    samples: [["s": "5/2", "a": "-1/3"], ["s": "4", "a": "0"]],
    source: "DLMF 25.11.35")
}
