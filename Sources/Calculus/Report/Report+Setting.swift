public import Expressions

extension Report {
  /// The model as it was understood: what is observed, what is unknown, and where both range.
  public struct Setting {
    /// The observed variables.
    public var observed: [Expr]
    /// The conditions that describe the support.
    public var support: [Condition]
    /// Whether the support was inferred and not typed.
    public var supportInferred: Bool
    /// The parameters, in order.
    public var parameters: [Expr]
    /// The known constants and covariates.
    public var known: [Expr]
    /// The domain of each parameter and known constant, as conditions; empty where it ranges over all real numbers.
    public var domains: [(symbol: Expr, conditions: [Condition], inferred: Bool)]
    /// What several parameters or known constants satisfy together.
    public var constraints: [Condition]
    /// The normalised log-density.
    public var logDensity: Expr
    /// The logarithm of the normaliser that was derived, where the density was given up to a constant.
    public var logNormalizer: Expr?
    /// Whether `logDensity` lacks a normaliser that has no closed form and is integrated numerically.
    public var isNormalizedNumerically: Bool

    /// Creates a setting.
    public init(
      observed: [Expr], support: [Condition], supportInferred: Bool, parameters: [Expr], known: [Expr],
      domains: [(symbol: Expr, conditions: [Condition], inferred: Bool)], constraints: [Condition] = [],
      logDensity: Expr, logNormalizer: Expr? = nil, isNormalizedNumerically: Bool = false
    ) {
      self.observed = observed
      self.support = support
      self.supportInferred = supportInferred
      self.parameters = parameters
      self.known = known
      self.domains = domains
      self.constraints = constraints
      self.logDensity = logDensity
      self.logNormalizer = logNormalizer
      self.isNormalizedNumerically = isNormalizedNumerically
    }
  }

  /// The expectations of score, outer product and negative Hessian in closed form; nil where there is none.
  public struct Moments {
    /// E[score].
    public var expectedScore: [Expr?]
    /// E[score scoreᵀ].
    public var expectedScoreOuter: [[Expr?]]
    /// E[score scoreᵀ] - E[score] E[score]ᵀ.
    public var covarianceOfScore: [[Expr?]]
    /// E[-Hessian].
    public var expectedNegativeHessian: [[Expr?]]

    /// Starts with nothing known about a model with a number of parameters.
    public init(count: Int) {
      expectedScore = Array(repeating: nil, count: count)
      let empty = [[Expr?]](repeating: Array(repeating: nil, count: count), count: count)
      expectedScoreOuter = empty
      covarianceOfScore = empty
      expectedNegativeHessian = empty
    }
  }

  /// Where the Cramér conditions hold.
  public struct Regularity {
    /// On how much of the domain.
    public enum Extent: String, Sendable {
      case always, when, never
    }

    /// One cause of failure, or one condition.
    public struct Reason {
      /// The condition.
      public var condition: Sentence
      /// What happens.
      public var detail: Sentence

      /// Creates a reason.
      public init(condition: Sentence, detail: Sentence) {
        self.condition = condition
        self.detail = detail
      }
    }

    /// On how much of the domain the model is regular.
    public var extent: Extent = .always
    /// The conditions under which it is, where that is not everywhere.
    public var conditions: [Condition] = []
    /// Whether nothing is known beyond the points that were tried, because the domain is not known.
    public var holdsAtTriedPointsOnly = false
    /// Why.
    public var reasons: [Reason] = []

    /// Starts as regular everywhere.
    public init() {}
  }

  /// What the information says about identifiability and bounds.
  public struct Structure {
    /// The generic rank of the information; nil where it is not known.
    public var rank: Int?
    /// A basis of the directions in which the information vanishes.
    public var nullDirections: [[Expr]] = []
    /// The points of the domain at which the rank drops.
    public var singularAt: [Condition] = []
    /// Pairs of positions of information-orthogonal parameters.
    public var orthogonal: [(Int, Int)] = []
    /// The Cramér–Rao bound for one observation: the inverse information; nil where it is singular or not closed.
    public var cramerRao: [[Expr?]]?

    /// Starts with nothing known.
    public init() {}
  }
}
