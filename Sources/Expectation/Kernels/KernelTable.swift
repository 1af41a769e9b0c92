extension Kernel {
  /// The master integrals, one file each in this folder, in the order in which they are tried.
  public static let standard: [Kernel] = [
    .gamma,
    .gaussian,
    .beta,
    .betaPrime,
    .reciprocalGaussian,
    .bessel,
    .halfLineGaussian,
    .intervalExponential,
    .intervalGaussian,
    .incompleteGamma,
    .exponentialIntegral,
    .exponentialSeries,
    .binomialSum,
    .geometricSeries,
    .geometricSum,
    .binomialSeries,
    .logarithmicSeries,
    .zetaSeries,
    .hurwitzSeries,
    .polylogarithmSeries,
    .besselI,
  ]
}
