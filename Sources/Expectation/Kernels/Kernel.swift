/// A master integral (or sum) with analytic parameters, from which moments follow by shifting and differentiating them:
///
///     ∫ exp(logIntegrand) du = exp(logIntegral)        under the conditions
///
/// The log-integrand is affine in the parameters; what each parameter multiplies is the statistic whose moments its
/// derivatives give, and adding to a parameter multiplies the integrand by a power or an exponential of that statistic.
/// All formulas are text in the log-density language. A kernel says nothing of any family.
public struct Kernel: Sendable {
  /// The stable name, e.g. `kernel.gamma`.
  public let id: String
  /// The integral's name in a sentence.
  public let title: String
  /// The variable of integration in the formulas.
  public let variable: String
  /// The range of integration, e.g. `u in (0, inf)` or `k in {0..n}`.
  public let range: String
  /// The parameters, in which the log-integrand is affine.
  public let parameters: [String]
  /// Symbols that occur in the range; matched, never shifted.
  public let rangeParameters: [String]
  /// Symbols inside the statistics, read off the density, e.g. r in lgamma(k + r); matched, never shifted.
  public let shapeParameters: [String]
  /// The logarithm of the integrand.
  public let logIntegrand: String
  /// The logarithm of the integral.
  public let logIntegral: String
  /// The conditions under which the integral converges to that value.
  public let conditions: [String]
  /// Parameter values at which a test compares the integral with quadrature.
  public let samples: [[String: String]]
  /// Where the integral stands.
  public let source: String

  /// Creates a kernel.
  public init(
    id: String, title: String, variable: String, range: String, parameters: [String], rangeParameters: [String] = [],
    shapeParameters: [String] = [], logIntegrand: String, logIntegral: String, conditions: [String],
    samples: [[String: String]], source: String
  ) {
    self.id = id
    self.title = title
    self.variable = variable
    self.range = range
    self.parameters = parameters
    self.rangeParameters = rangeParameters
    self.shapeParameters = shapeParameters
    self.logIntegrand = logIntegrand
    self.logIntegral = logIntegral
    self.conditions = conditions
    self.samples = samples
    self.source = source
  }

  /// The kernel with another value for its integral, or under other conditions: for tests that this is noticed.
  public func replacing(logIntegral: String? = nil, conditions: [String]? = nil) -> Kernel {
    Kernel(
      id: id, title: title, variable: variable, range: range, parameters: parameters,
      rangeParameters: rangeParameters, shapeParameters: shapeParameters, logIntegrand: logIntegrand,
      logIntegral: logIntegral ?? self.logIntegral, conditions: conditions ?? self.conditions, samples: samples,
      source: source)
  }
}
