extension Kernel {
  /// The Stieltjes transform of the first-passage integrand with equal rates at both ends.
  ///
  /// `u^(-3/2)/(1 + u) = u^(-3/2) - u^(-1/2)/(1 + u)`, and with `sqrt(u) - 1/sqrt(u) = 2s` the integral of the last is
  /// `exp(-2a) ∫ exp(-4a s^2)/(1 + s^2) ds` over the line.
  static let stieltjesReciprocalGaussian = Kernel(
    id: "kernel.stieltjes-reciprocal-gaussian", title: "the Stieltjes transform of the first-passage integral",
    variable: "u", range: "u in (0, inf)", parameters: ["a"],
    logIntegrand: "-3/2*log(u) - log(1 + u) - a*u - a/u",
    logIntegral: "log(sqrt(pi/a)*exp(-2*a) - pi*exp(2*a)*erfc(2*sqrt(a)))",
    conditions: ["a > 0"],
    samples: [["a": "3/2"], ["a": "1/5"]],
    source: "DLMF 7.7.1, 10.32.10")
}
