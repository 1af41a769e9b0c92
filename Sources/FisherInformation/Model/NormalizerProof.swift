public import Expressions

/// A reading of a typed density that is under examination.
public struct ModelReading {
  /// The store of all handles.
  public let store: ExpressionStore
  /// The observed variables, innermost last.
  public let observed: [ObservedVariable]
  /// The logarithm of the density as typed, its constant not yet examined.
  public let logDensity: Expr
  /// What is assumed of parameters and observed variables.
  public let assumptions: Assumptions
}

/// The source of exact normalisers: integrates a density in closed form, or says that it cannot.
public protocol NormalizerProof {
  /// The logarithm of the integral of the density over its support, simplified; nil where no closed form is found.
  func logMass(of reading: ModelReading) -> Expr?
}
