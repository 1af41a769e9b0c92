public import Expressions

/// Everything that was found out about one model, as checked expressions and sentences; renderers add nothing to it.
///
/// Matrices follow the order of `parameters`; an entry is nil where no closed form was found.
public struct Report {
  /// The store of every handle in the report.
  public let store: ExpressionStore
  /// The overall verdict.
  public var status: Status = .undecided
  /// The model as it was understood.
  public var setting: Setting
  /// The vector of first derivatives of the log-density.
  public var score: [Expr] = []
  /// The matrix of second derivatives of the log-density.
  public var hessian: [[Expr]] = []
  /// The three expectations, each derived by its own integral.
  public var moments: Moments
  /// The Fisher information: the covariance of the score where its mean is zero; nil where there is none.
  public var fisher: [[Expr?]]?
  /// The entries of the information that have no closed form, as expressions with the expectations that are left in them;
  /// nil where there is one, and empty where all have one.
  public var unresolved: [[Expr?]] = []
  /// Where inside the domain the closed form of the information is to be read as a limit.
  public var specialPoints: [SpecialPoint] = []
  /// The verdict on each entry of the information.
  public var entryStatus: [[EntryStatus]] = []
  /// E[score] = 0.
  public var firstBartlett: Verdict = .unknown
  /// E[score scoreᵀ] = E[-Hessian].
  public var secondBartlett: Verdict = .unknown
  /// Where the theory holds.
  public var regularity = Regularity()
  /// What the information says about identifiability and bounds.
  public var structure = Structure()
  /// The comparison with independent integrals.
  public var numeric: [NumericPoint] = []
  /// Derived conditions of the result, beyond the declared domains.
  public var conditions: [Condition] = []
  /// Contradictions between a closed form and an integral: defects, each with both values.
  public var contradictions: [String] = []
  /// Sentences about what was inferred or assumed.
  public var notes: [Sentence] = []
  /// The checked derivations, in the order in which a reader wants them.
  public var derivations: [CheckedDerivation] = []

  /// What follows from score and information, where it was asked for.
  public var consequences: Consequences?

  /// Starts a report on a setting.
  public init(store: ExpressionStore, setting: Setting) {
    self.store = store
    self.setting = setting
    moments = Moments(count: setting.parameters.count)
  }

  /// The overall verdict.
  public enum Status: String, Sendable {
    /// Every entry has a closed form that agrees with both integrals.
    case verified
    /// Some entry has no closed form; its digits are agreed.
    case numeric
    /// An identity of the theory fails.
    case irregular
    /// Nothing could be stood behind.
    case undecided
  }

  /// The verdict on one entry.
  public enum EntryStatus: String, Sendable {
    case verified, numeric, irregular, undecided
  }

  /// The verdict on an identity.
  public enum Verdict: String, Sendable {
    /// Both sides were derived in closed form and are equal.
    case proved
    /// The two sides agree numerically.
    case agrees
    /// The two sides differ.
    case fails
    /// Neither could be shown.
    case unknown
  }
}
