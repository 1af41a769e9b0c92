extension FunctionTable {
  /// The functions of the log-density language, one file each under `Functions/` (besides exp, log and inf, the core).
  public static let standard = FunctionTable([
    .expectation, .diff, .sum, .prod,
    .pi, .eulerGamma,
    .abs, .positive, .nonnegative, .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh, .asinh, .acosh, .atanh,
    .lgamma, .gamma, .digamma, .trigamma, .polygamma,
    .lfactorial, .factorial, .binomial, .lbeta, .beta,
    .erf, .erfc, .normalPDF, .normalCDF,
    .zeta, .zetaDeriv, .hurwitzZeta, .li2, .polylog, .lerch,
    .besseli, .besselk, .gammainc, .expint, .e1, .ei,
  ])
}
