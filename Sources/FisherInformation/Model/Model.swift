public import Calculus
public import Diagnostics
public import Expressions
public import Syntax

/// A typed log-density as it was understood: what is observed, where it ranges, and what the parameters may be.
public struct Model {
  /// The store of all handles.
  public let store: ExpressionStore
  /// The model as typed.
  public let parsed: ParsedModel
  /// The observed variables in the order of integration: the range of each may depend on those before it.
  public let observed: [ObservedVariable]
  /// The support as typed, or as inferred.
  public let supportConditions: [Condition]
  /// Whether the support was inferred.
  public let supportInferred: Bool
  /// The parameters, in the header's order or in that of first appearance.
  public let parameters: [Expr]
  /// Known constants and covariates.
  public let known: [Expr]
  /// The domain of each parameter and known constant, in that order.
  public let domains: [ParameterDomain]
  /// Conditions that several parameters or known constants satisfy together.
  public let constraints: [Condition]
  /// Everything that is assumed, the support of the observed variables included.
  public private(set) var assumptions: Assumptions
  /// The log-density, normalised if `logNormalizer` is known or none was needed.
  public private(set) var logDensity: Expr
  /// Whether the density was given up to a constant.
  public let isUpToNormalizer: Bool
  /// The logarithm of the constant that was divided out; nil if none was needed, or if it has no closed form.
  public private(set) var logNormalizer: Expr?
  /// Sentences on what was inferred.
  public let notes: [Report.Sentence]

  /// The text that places in diagnostics refer to.
  public var source: SourceText { parsed.source }

  /// Whether the mass of the density has no closed form, and may be differentiated under the integral: neither support
  /// nor kinks move with a parameter.
  var isNormalizedNumerically: Bool {
    guard isUpToNormalizer, logNormalizer == nil else { return false }
    let moving = observed.flatMap { variable in
      store.cuts(of: logDensity, in: variable.symbol) + variable.range.bounds
    }
    // The zeros of these move where no formula gives them.
    let arguments = store.singularArguments(of: logDensity).filter { store.containsAny($0, observed.map(\.symbol)) }
    return !(moving + arguments).contains { store.containsAny($0, parameters) }
  }

  /// The model as it was given up to a constant, whose mass is to be integrated numerically; nil where no constant was divided
  /// out, or where its mass may not be differentiated under the integral.
  var withoutNormalizer: Model? {
    guard let logNormalizer else { return nil }
    var result = self
    result.logDensity = store.sum([logDensity] + store.terms(logNormalizer))
    result.logNormalizer = nil
    return result.isNormalizedNumerically ? result : nil
  }

  /// Points of parameters and known constants, in this order, at which results are confronted with integrals.
  public var samplePoints: SamplePoints { SamplePoints(of: parameters + known, assumptions: assumptions) }

  /// The model on the part of its domain where further conditions hold; what was declared stays as it is.
  func restricted(to conditions: [Condition]) -> Model {
    var result = self
    result.assumptions.assume(conditions)
    return result
  }
}
