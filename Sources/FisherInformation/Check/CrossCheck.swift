public import Multiprecision

/// Several ways to the Fisher information at one point, each a number of its own, and how far they agree.
public struct CrossCheck: Sendable {
  /// A way to an entry of the information.
  public enum Route: Int, CaseIterable, Sendable {
    /// E[s sᵀ], the integral of products of scores.
    case scoreProducts
    /// E[-H], the integral of second derivatives.
    case curvature
    /// The Hessian of KL(θ ‖ θ + δ) at δ = 0, by second differences of the density itself: no derivative is used.
    case divergence
    /// The covariance of the score, E[s sᵀ] - E[s] E[s]ᵀ; only where the score has not mean zero, so that it is something else.
    case covariance
    /// The closed form: of the covariance where there is that route.
    case closedForm
  }

  /// A number with the digits that are known of it.
  public struct Value: Sendable {
    /// All known digits, `< 1e-50` for what is indistinguishable from 0, `unknown`, `inf`, or `-inf`.
    public let text: String
    /// The number of known digits, counted from the first digit of the entry's scale; 0 if it diverges or is unknown.
    public let digits: Int
    /// Whether these digits are proven, rounding included, not only believed.
    public let isCertified: Bool
    /// Whether it is not infinite; what is unknown is not said to be.
    public let isFinite: Bool
  }

  /// An entry of the information, by all routes that there are.
  public struct Entry: Sendable {
    /// Row and column, the row not above the column.
    public let row: Int
    public let column: Int
    /// The values, in the order of the routes; nil where a route gives none.
    public let values: [Value?]
    /// The digits on which two routes agree, by their positions; nil for one route
    /// and where of one none is known.
    public let agreement: [[Int?]]
  }

  /// What all entries together say.
  public enum Outcome: Sendable {
    /// All routes agree as far as they are known.
    case agreement
    /// The integrals differ from each other: an identity fails at this point, or an integral diverges.
    case identityFails
    /// Of some entry no two routes have a known digit, so that nothing is compared, or of the density's integral none is
    /// known.
    case undecided
    /// A closed form differs from all integrals.
    case contradiction
  }

  /// Names and values of parameters and known constants.
  public let point: [(name: String, value: Rational)]
  /// The names of the parameters.
  public let parameters: [String]
  /// The number of digits that were asked for.
  public let digits: Int
  /// The density's integral.
  public let normalizer: Value
  /// The scores' means.
  public let expectedScore: [Value]
  /// The lower triangle of the information, row by row.
  public let entries: [Entry]
  public let outcome: Outcome
  /// Whether the density's integral is 1 as far as it is known; else the other numbers are no expectations.
  let isNormalized: Bool
  /// Why the Hessian of the divergence is missing; nil where it is not.
  public let divergenceOmission: Omission?

  /// Why a route gives nothing.
  public enum Omission: Sendable {
    /// A limit of time or work was reached first.
    case limitReached
    /// The density is not defined at the displaced parameters.
    case undefined
  }

  /// The density's integral without zeros that say nothing.
  var mass: String {
    let text = normalizer.text
    guard text.contains("."), !text.contains("e") else { return text }
    let digits = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
    return String(digits.reversed())
  }

  /// Whether of some way to an entry no digit is known.
  public var hasUnknown: Bool {
    entries.contains { $0.values.contains { $0.map { $0.digits == 0 && $0.isFinite } ?? false } }
  }

  /// Whether some integral has no finite value.
  public var hasDivergence: Bool { entries.contains { $0.values.contains { $0?.isFinite == false } } }

  /// The fewest digits on which two routes to an entry agree.
  public var agreedDigits: Int {
    entries.flatMap { $0.agreement.joined().compactMap { $0 } }.min() ?? 0
  }
}
