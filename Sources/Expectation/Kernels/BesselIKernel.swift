extension Kernel {
  /// Bessel's integral of the first kind with imaginary argument, for a vector in any direction.
  static let besselI = Kernel(
    id: "kernel.bessel-i", title: "the integral of the modified Bessel function", variable: "u",
    range: "u in (-pi, pi)", parameters: ["a", "b"],
    logIntegrand: "a*cos(u) + b*sin(u)",
    logIntegral: "log(2*pi) + log(besseli(0, sqrt(a^2 + b^2)))",
    conditions: [],
    samples: [["a": "3/2", "b": "0"], ["a": "-1/3", "b": "2"]],
    source: "DLMF 10.32.1")
}
