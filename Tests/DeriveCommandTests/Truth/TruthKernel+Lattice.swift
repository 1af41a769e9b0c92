extension TruthKernel {
  private static let counts = Domain.fixed("{0, 1, 2, ...}")
  private static let fromOne = Domain.fixed("{1, 2, ...}")

  /// Kernels on a lattice.
  static let lattice: [TruthKernel] = [
    .init(
      "bernoulli", .fixed("{0, 1}"), [.unit],
      [
        .varying(
          "{x}*log({1}) + (1 - {x})*log(1 - {1})", "{x}*log({1}/(1 - {1})) + log(1 - {1})")
      ], "1/({1}*(1 - {1}))"),
    .init(
      "binomial of six trials", .fixed("{0..6}"), [.unit],
      [
        .varying("log(binomial(6, {x}))", "lfactorial(6) - lfactorial({x}) - lfactorial(6 - {x})"),
        .varying("{x}*log({1}) + (6 - {x})*log(1 - {1})"),
      ], "6/({1}*(1 - {1}))"),
    .init(
      "poisson", counts, [.positive],
      [.varying("{x}*log({1})"), .constant("-{1}"), .varying("-lfactorial({x})", "-lgamma({x} + 1)", "-log({x}!)")],
      "1/{1}"),
    .init(
      "geometric", counts, [.unit], [.varying("{x}*log(1 - {1})"), .constant("log({1})")], "1/({1}^2*(1 - {1}))"),
    .init(
      "geometric, trials", fromOne, [.unit],
      [.varying("({x} - 1)*log(1 - {1})", "{x}*log(1 - {1}) - log(1 - {1})"), .constant("log({1})")],
      "1/({1}^2*(1 - {1}))"),
    .init(
      "negative binomial of size 5/2", counts, [.unit],
      [
        .varying("lgamma({x} + 5/2) - lfactorial({x})"), .constant("-lgamma(5/2)"), .constant("5*log({1})/2"),
        .varying("{x}*log(1 - {1})"),
      ], "5/(2*{1}^2*(1 - {1}))"),
    .init(
      "logarithmic", fromOne, [.unit],
      [.varying("{x}*log({1}) - log({x})"), .constant("-log(-log(1 - {1}))")],
      "-(1 + {1}/log(1 - {1}))/({1}*(1 - {1})^2*log(1 - {1}))"),
    .init(
      "zeta", fromOne, [.aboveOne], [.varying("-{1}*log({x})"), .constant("-log(zeta({1}))")],
      "zeta_deriv(2, {1})/zeta({1}) - (zeta_deriv(1, {1})/zeta({1}))^2"),
  ]
}
