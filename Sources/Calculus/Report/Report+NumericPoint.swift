public import Expressions
public import Multiprecision

extension Report {
  /// The comparison of closed forms with independent integrals at one parameter point; decimals are text, all digits
  /// correct as printed, and nil where a value was not reached.
  public struct NumericPoint {
    /// The parameter and known values, in order of declaration.
    public var at: [(symbol: Expr, value: Rational)]
    /// The number of significant digits that were asked for.
    public var digits: Int
    /// ∫ p, which must be 1.
    public var normalizer: String
    /// E[score] by quadrature or summation.
    public var expectedScore: [String]
    /// E[score scoreᵀ] by quadrature or summation.
    public var expectedScoreOuter: [[String]]
    /// The covariance of the score.
    public var covarianceOfScore: [[String]]
    /// E[-Hessian] by quadrature or summation.
    public var expectedNegativeHessian: [[String]]
    /// The closed form of the information; nil entries where there is none.
    public var closedForm: [[String?]]
    /// The number of digits on which all forms agree, relative to the scale of each entry.
    public var agreedDigits: Int
    /// Whether the errors of all integrals are proven.
    public var isCertified: Bool

    /// Creates a comparison.
    public init(
      at: [(symbol: Expr, value: Rational)], digits: Int, normalizer: String, expectedScore: [String],
      expectedScoreOuter: [[String]], covarianceOfScore: [[String]], expectedNegativeHessian: [[String]],
      closedForm: [[String?]], agreedDigits: Int, isCertified: Bool = false
    ) {
      self.at = at
      self.digits = digits
      self.normalizer = normalizer
      self.expectedScore = expectedScore
      self.expectedScoreOuter = expectedScoreOuter
      self.covarianceOfScore = covarianceOfScore
      self.expectedNegativeHessian = expectedNegativeHessian
      self.closedForm = closedForm
      self.agreedDigits = agreedDigits
      self.isCertified = isCertified
    }

    /// Whether the integrals were expectations; if not, only the mass is kept.
    public var hasExpectations: Bool { !expectedScore.isEmpty }

    /// Takes back what is no expectation where the mass is not 1.
    public mutating func keepMassAlone() {
      (expectedScore, expectedScoreOuter, covarianceOfScore) = ([], [], [])
      (expectedNegativeHessian, closedForm, agreedDigits, isCertified) = ([], [], 0, false)
    }
  }
}
