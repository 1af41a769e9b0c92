public import Expressions

/// A kind of change of variable that reads its candidates off the density's own sub-expressions.
public protocol SubstitutionKind: Sendable {
  /// The candidates for an observed variable, the most natural first.
  func candidates(for observed: DensitySetting.Observed, of setting: DensitySetting, to u: Expr) -> [Substitution]
}

/// The kinds of change of variable, one file each in this folder, in the order in which they are tried.
public let standardSubstitutions: [any SubstitutionKind] = [
  AffineSubstitution(),
  PowerSubstitution(),
  ExponentialSubstitution(),
  LogarithmSubstitution(),
  HyperbolicSubstitution(),
  OddsSubstitution(),
  DistributionSubstitution(),
  QuadraticSubstitution(),
  SineSubstitution(),
  ScaleSubstitution(),
]
