extension TruthKernel {
  /// Kernels on the half line.
  static let halfLine: [TruthKernel] = ofGammaType + ofPowerType

  private static let ofGammaType: [TruthKernel] = [
    .init("exponential", .positive, [.positive], [.varying("-{1}*{x}"), .constant("log({1})")], "1/{1}^2"),
    .init(
      "gamma", .positive, [.positive, .positive],
      [
        .varying("({1} - 1)*log({x})", "{1}*log({x}) - log({x})"), .varying("-{2}*{x}"), .constant("{1}*log({2})"),
        .constant("-lgamma({1})", "-log(gamma({1}))", "log({1}) - lgamma({1} + 1)"),
      ], "trigamma({1})", "-1/{2}", "{1}/{2}^2"),
    .init(
      "inverse gamma", .positive, [.positive, .positive],
      [
        .varying("-({1} + 1)*log({x})", "-{1}*log({x}) - log({x})"), .varying("-{2}/{x}"), .constant("{1}*log({2})"),
        .constant("-lgamma({1})", "-log(gamma({1}))"),
      ], "trigamma({1})", "-1/{2}", "{1}/{2}^2"),
    .init(
      "weibull", .positive, [.positive, .positive],
      [
        .varying("({1} - 1)*log({x})", "{1}*log({x}) - log({x})"), .varying("-({x}/{2})^{1}"),
        .constant("log({1})"), .constant("-{1}*log({2})"),
      ], "(pi^2/6 + (1 - euler_gamma)^2)/{1}^2", "-(1 - euler_gamma)/{2}", "{1}^2/{2}^2"),
    .init(
      "rayleigh", .positive, [.positive],
      [.varying("log({x}) - {x}^2/(2*{1}^2)"), .constant("-2*log({1})", "-log({1}^2)")], "4/{1}^2"),
    .init(
      "maxwell", .positive, [.positive],
      [.varying("2*log({x}) - {x}^2/(2*{1}^2)"), .constant("-3*log({1})"), .constant("log(2/pi)/2")], "6/{1}^2"),
    .init(
      "half-normal", .positive, [.positive],
      [.varying("-{x}^2/(2*{1}^2)", "-({x}/{1})^2/2"), .constant("-log({1})"), .constant("log(2/pi)/2")], "2/{1}^2"),
    .init(
      "chi", .positive, [.positive],
      [
        .varying("({1} - 1)*log({x})"), .varying("-{x}^2/2"), .constant("(1 - {1}/2)*log(2)", "log(2) - {1}*log(2)/2"),
        .constant("-lgamma({1}/2)"),
      ], "trigamma({1}/2)/4"),
    .init(
      "inverse gaussian", .positive, [.positive, .positive],
      [
        .varying("-{2}*({x} - {1})^2/(2*{1}^2*{x})", "-{2}*{x}/(2*{1}^2) + {2}/{1} - {2}/(2*{x})"),
        .varying("-3*log({x})/2"), .constant("log({2})/2"), .constant("-log(2*pi)/2"),
      ], "{2}/{1}^3", "0", "1/(2*{2}^2)"),
    .init(
      "log-normal", .positive, [.real, .positive],
      [
        .varying("-(log({x}) - {1})^2/(2*{2}^2)", "-((log({x}) - {1})/{2})^2/2"), .varying("-log({x})"),
        .constant("-log({2})"), .constant("-log(2*pi)/2"),
      ], "1/{2}^2", "0", "2/{2}^2"),
  ]

  private static let ofPowerType: [TruthKernel] = [
    .init(
      "lomax", .positive, [.positive, .positive],
      [.varying("-({1} + 1)*log(1 + {x}/{2})"), .constant("log({1})"), .constant("-log({2})")],
      "1/{1}^2", "-1/({2}*({1} + 1))", "{1}/({2}^2*({1} + 2))"),
    .init(
      "log-logistic", .positive, [.positive, .positive],
      [
        .varying("({2} - 1)*log({x})", "{2}*log({x}) - log({x})"), .varying("-2*log(1 + ({x}/{1})^{2})"),
        .constant("log({2})"), .constant("-{2}*log({1})"),
      ], "{2}^2/(3*{1}^2)", "0", "(3 + pi^2)/(9*{2}^2)"),
    .init(
      "beta prime", .positive, [.positive, .positive],
      [
        .varying("({1} - 1)*log({x})"), .varying("-({1} + {2})*log(1 + {x})"),
        .constant("-lbeta({1}, {2})", "lgamma({1} + {2}) - lgamma({1}) - lgamma({2})"),
      ], "trigamma({1}) - trigamma({1} + {2})", "-trigamma({1} + {2})", "trigamma({2}) - trigamma({1} + {2})"),
    .init(
      "burr, second shape", .positive, [.positive],
      [.varying("log({x}) - ({1} + 1)*log(1 + {x}^2)"), .constant("log(2*{1})", "log(2) + log({1})")], "1/{1}^2"),
    .init(
      "pareto, least value known", .fixed("(1, inf)"), [.positive],
      [.varying("-({1} + 1)*log({x})", "-{1}*log({x}) - log({x})"), .constant("log({1})")], "1/{1}^2"),
  ]
}
