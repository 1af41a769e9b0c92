import ArgumentParser

/// The plots of a model.
enum PlotKind: String, ExpressibleByArgument, CaseIterable {
  /// Information and Cramér–Rao bound against a parameter.
  case information
  /// The distribution of the score.
  case score
  /// The Kullback–Leibler divergence with its quadratic approximation.
  case divergence
  /// Ellipses of the inverse information over two parameters.
  case ellipses
}
