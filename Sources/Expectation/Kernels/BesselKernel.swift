extension Kernel {
  /// The Mellin transform of the exponential of -a u - b/u: the Bessel K integral.
  static let bessel = Kernel(
    id: "kernel.bessel", title: "the Bessel K integral", variable: "u", range: "u in (0, inf)",
    parameters: ["s", "a", "b"],
    logIntegrand: "(s - 1)*log(u) - a*u - b/u",
    logIntegral: "log(2) + s/2*(log(b) - log(a)) + log(besselk(s, 2*sqrt(a)*sqrt(b)))",
    conditions: ["a > 0", "b > 0"],
    samples: [["s": "5/2", "a": "3/2", "b": "2/3"], ["s": "-1/3", "a": "1/5", "b": "4"]],
    source: "DLMF 10.32.10")
}
