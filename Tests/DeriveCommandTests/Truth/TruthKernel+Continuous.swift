extension TruthKernel {
  private static let normalConstant = Term.constant("-log(2*pi)/2", "-log(sqrt(2*pi))", "-log(2)/2 - log(pi)/2")

  /// Kernels on the real line.
  static let realLine: [TruthKernel] = [
    .init(
      "normal, variance", .real, [.real, .positive],
      [
        .varying(
          "-({x} - {1})^2/(2*{2})", "-{x}^2/(2*{2}) + {x}*{1}/{2} - {1}^2/(2*{2})", "-({1} - {x})^2/2/{2}"),
        .constant("-log({2})/2", "-log(sqrt({2}))"), normalConstant,
      ], "1/{2}", "0", "1/(2*{2}^2)"),
    .init(
      "normal, standard deviation", .real, [.real, .positive],
      [
        .varying("-({x} - {1})^2/(2*{2}^2)", "-(({x} - {1})/{2})^2/2", "-({x}^2 - 2*{x}*{1} + {1}^2)/(2*{2}^2)"),
        .constant("-log({2})", "log(1/{2})"), normalConstant,
      ], "1/{2}^2", "0", "2/{2}^2"),
    .init(
      "logistic", .real, [.real, .positive],
      [
        .varying(
          "-({x} - {1})/{2} - 2*log(1 + exp(-({x} - {1})/{2}))", "({x} - {1})/{2} - 2*log(1 + exp(({x} - {1})/{2}))"),
        .constant("-log({2})"),
      ], "1/(3*{2}^2)", "0", "(3 + pi^2)/(9*{2}^2)"),
    .init(
      "gumbel", .real, [.real, .positive],
      [
        .varying("-({x} - {1})/{2} - exp(-({x} - {1})/{2})", "({1} - {x})/{2} - exp(({1} - {x})/{2})"),
        .constant("-log({2})"),
      ], "1/{2}^2", "-(1 - euler_gamma)/{2}^2", "(pi^2/6 + (1 - euler_gamma)^2)/{2}^2"),
    .init(
      "cauchy", .real, [.real, .positive],
      [
        .varying("-log(1 + (({x} - {1})/{2})^2)"), .constant("-log({2})", "log(1/{2})"), .constant("-log(pi)"),
      ], "1/(2*{2}^2)", "0", "1/(2*{2}^2)"),
    .init(
      "student with five degrees of freedom", .real, [.real, .positive],
      [
        .varying("-3*log(1 + ({x} - {1})^2/(5*{2}^2))", "-3*log(1 + (({x} - {1})/{2})^2/5)"),
        .constant("-log({2})"), .constant("lgamma(3) - lgamma(5/2) - log(5*pi)/2"),
      ], "3/(4*{2}^2)", "0", "5/(4*{2}^2)"),
    .init(
      "laplace, scale", .real, [.positive],
      [.varying("-abs({x})/{1}", "-abs({x}/{1})"), .constant("-log(2*{1})", "-log(2) - log({1})")], "1/{1}^2"),
  ]

  /// Kernels on an interval.
  static let interval: [TruthKernel] = [
    .init(
      "beta", .unit, [.positive, .positive],
      [
        .varying("({1} - 1)*log({x})", "{1}*log({x}) - log({x})"), .varying("({2} - 1)*log(1 - {x})"),
        .constant(
          "-lbeta({1}, {2})", "lgamma({1} + {2}) - lgamma({1}) - lgamma({2})", "-log(beta({1}, {2}))"),
      ], "trigamma({1}) - trigamma({1} + {2})", "-trigamma({1} + {2})", "trigamma({2}) - trigamma({1} + {2})"),
    .init(
      "power function", .unit, [.positive], [.varying("({1} - 1)*log({x})"), .constant("log({1})")], "1/{1}^2"),
    .init(
      "kumaraswamy, second shape", .unit, [.positive],
      [
        .varying("({1} - 1)*log(1 - {x}^3)", "{1}*log(1 - {x}^3) - log(1 - {x}^3)"), .varying("2*log({x})"),
        .constant("log(3*{1})", "log(3) + log({1})"),
      ], "1/{1}^2"),
    .init(
      "von mises, concentration", .fixed("(-pi, pi)"), [.positive],
      [.varying("{1}*cos({x})"), .constant("-log(2*pi*besseli(0, {1}))", "-log(2*pi) - log(besseli(0, {1}))")],
      "1 - besseli(1, {1})/({1}*besseli(0, {1})) - (besseli(1, {1})/besseli(0, {1}))^2"),
  ]
}
