public import Expressions

extension Report {
  /// What follows from score and information beyond the matrix itself; every equality is a checked derivation.
  public struct Consequences {
    /// θ_i + (I⁻¹ s)_i for each parameter, or none where the information has no inverse in closed form.
    ///
    /// An unbiased estimator of θ_i attains the Cramér–Rao bound if and only if this is free of all parameters; it is
    /// then the estimator from one observation (Wijsman 1973, Annals of Statistics 1, 538–542).
    public var estimators: [CheckedDerivation] = []
    /// The statistic of which the score is a linear function, for one parameter.
    public var separation: Separation?
    /// I_ii − I_ir I_rr⁻¹ I_ri for each parameter that is not orthogonal to all others r.
    public var efficient: [(parameter: Int, derivation: CheckedDerivation)] = []
    /// What canonical parameters of an exponential family have more.
    public var canonical: Canonical?
    /// What a change of coordinates did; nil where none was asked for.
    public var coordinates: Coordinates?

    /// Starts with nothing derived.
    public init() {}

    /// A score a(θ) (t(x) − m(θ)): the mean of t over a sample attains the bound for m(θ), and only linear functions of
    /// m(θ) have an estimator that does.
    public struct Separation {
      /// From the score to the product.
      public var score: CheckedDerivation
      /// The statistic t.
      public var statistic: Expr
      /// Its mean m.
      public var mean: Expr
      /// m′(θ)²/I(θ), the bound for m(θ) from one observation.
      public var bound: CheckedDerivation

      /// Creates a separation.
      public init(score: CheckedDerivation, statistic: Expr, mean: Expr, bound: CheckedDerivation) {
        self.score = score
        self.statistic = statistic
        self.mean = mean
        self.bound = bound
      }
    }

    /// A Hessian without the observation: log p = η·T(x) − A(η) + h(x).
    public struct Canonical {
      /// A.
      public var cumulant: Expr
      /// ∂A/∂η_i, the mean of T_i.
      public var means: [CheckedDerivation]
      /// ∂²A/∂η_i∂η_j by rows, the lower triangle.
      public var curvature: [[CheckedDerivation]]
      /// I(η)/m′(η)², the information on the mean m, for one parameter.
      public var meanInformation: CheckedDerivation?

      /// Creates the form.
      public init(
        cumulant: Expr, means: [CheckedDerivation], curvature: [[CheckedDerivation]],
        meanInformation: CheckedDerivation?
      ) {
        self.cumulant = cumulant
        self.means = means
        self.curvature = curvature
        self.meanInformation = meanInformation
      }
    }

    /// The old parameters as functions of this report's, and what both sides of each transformation law came to.
    public struct Coordinates {
      /// θ_i = g_i(φ).
      public var map: [(old: Expr, value: Expr)]
      /// Jᵀ I(g(φ)) J by rows, the lower triangle, from the information in the old coordinates.
      public var information: [[CheckedDerivation]]
      /// I(φ)⁻¹ s(φ).
      public var gradient: [CheckedDerivation]
      /// I(θ)⁻¹ s(θ) at θ = g(φ).
      public var oldGradient: [CheckedDerivation]
      /// J I(φ)⁻¹ s(φ).
      public var transported: [CheckedDerivation]
      /// Whether both laws hold with equal expressions on both sides.
      public var isInvariant: Bool

      /// Creates a change of coordinates.
      public init(
        map: [(old: Expr, value: Expr)], information: [[CheckedDerivation]], gradient: [CheckedDerivation],
        oldGradient: [CheckedDerivation], transported: [CheckedDerivation], isInvariant: Bool
      ) {
        self.map = map
        self.information = information
        self.gradient = gradient
        self.oldGradient = oldGradient
        self.transported = transported
        self.isInvariant = isInvariant
      }
    }
  }
}
