public import Multiprecision

/// Everything that is known of one function of the language, in one place.
///
/// The formulas are text in the language itself, written in the function's own parameter names, and parsed when they are
/// first needed; no other file may name the function.
public struct FunctionDefinition: Sendable {
  /// The sign of a function's values wherever it is defined.
  public enum Sign: Sendable {
    case positive, nonnegative, negative, any
  }

  /// The name in the log-density language.
  public let name: String
  /// Further accepted spellings.
  public let aliases: [String]
  /// The names of the parameters in the formulas below.
  public let parameters: [String]
  /// Conditions on the parameters under which the function is defined and smooth, as text.
  public let domain: [String]
  /// The sign of the values on the domain.
  public let sign: Sign
  /// Conditions each of which makes the values on the domain positive, where `sign` says less.
  public let positiveWhere: [String]
  /// That the function is strictly monotone on its domain, with a point of its graph.
  public let monotonicity: FunctionMonotonicity?
  /// Numbers between which the values lie, beyond what the sign says.
  public let bounds: FunctionBounds?
  /// Expressions of the parameters, as text, at whose zeros the function is continuous but not differentiable.
  public let kinks: [String]
  /// The condition on the parameters, as text, that the function indicates: it is 1 where the condition holds, else 0.
  public let indicates: String?
  /// The partial derivatives by each parameter, as text; empty where the derivative has no name.
  public let derivative: [String]
  /// Special values as equations, e.g. `digamma(1) = -euler_gamma`.
  public let values: [String]
  /// Functional equations, e.g. `trigamma(x + 1) = trigamma(x) - 1/x^2`.
  public let identities: [String]
  /// The function in terms of more basic ones, as text.
  public let definition: String?
  /// The logarithm of the function, as text, where it is simpler than `log(f)`.
  public let logarithm: String?
  /// How the function is set.
  public let notation: FunctionNotation
  /// The function as other systems compute it; nil if they have none.
  public let script: FunctionScript?
  /// The evaluator; nil for an inert function such as an expectation.
  public let evaluate: RealFunction?
  /// How values in the tails are found without cancellation, for a function with `f(x) + f(-x)` constant.
  public let tails: FunctionTails?
  /// Evaluators of the derivatives of any order by those arguments by which the derivative has no name, by the argument's
  /// position; they give inert derivatives such as `diff(besselk(nu, x), nu)` their values.
  public let namelessDerivatives: [Int: @Sendable (_ order: Int) -> RealFunction]
  /// Values of the first derivative by the argument without a named one: `f(1, x) = …` gives that derivative at 1.
  public let namelessValues: [String]
  /// The period of a function of one argument as a multiple of pi; nil if it has none.
  public let periodInPi: Int?
  /// The function of one argument a quarter of a turn on: `f(x + pi/2)` as an expression in x; nil where it has no simpler
  /// form than that.
  public let quarterTurn: QuarterTurn?
  /// What a step of 1 in the last argument adds to the value: `f(x + 1) - f(x)` as an expression; nil where it has no simpler
  /// form than that.
  public let increment: Increment?
  /// What the value lacks of 1 as an expression that keeps its digits where that is little; nil where it has no such form.
  public let complement: Complement?
  /// Whether any number of arguments is allowed.
  public let isVariadic: Bool

  /// Builds the increment of a function at arguments.
  public typealias Increment = @Sendable (_ store: ExpressionStore, _ arguments: [Expr]) -> Expr?

  /// Builds `1 - f(x)`.
  public typealias Complement = @Sendable (_ store: ExpressionStore, _ argument: Expr) -> Expr

  /// Builds the value of a function a quarter of a turn on.
  public typealias QuarterTurn = @Sendable (_ store: ExpressionStore, _ argument: Expr) -> Expr

  /// Creates the definition of a function.
  public init(
    name: String, aliases: [String] = [], parameters: [String], domain: [String] = [], sign: Sign = .any,
    positiveWhere: [String] = [],
    monotonicity: FunctionMonotonicity? = nil, bounds: FunctionBounds? = nil, kinks: [String] = [],
    indicates: String? = nil,
    derivative: [String], values: [String] = [], identities: [String] = [], definition: String? = nil,
    logarithm: String? = nil, notation: FunctionNotation, script: FunctionScript? = nil, evaluate: RealFunction?,
    tails: FunctionTails? = nil,
    namelessDerivatives: [Int: @Sendable (_ order: Int) -> RealFunction] = [:], namelessValues: [String] = [],
    periodInPi: Int? = nil, quarterTurn: QuarterTurn? = nil, increment: Increment? = nil,
    complement: Complement? = nil, isVariadic: Bool = false
  ) {
    self.name = name
    self.aliases = aliases
    self.parameters = parameters
    self.domain = domain
    self.sign = sign
    self.positiveWhere = positiveWhere
    self.monotonicity = monotonicity
    self.bounds = bounds
    self.kinks = kinks
    self.indicates = indicates
    self.derivative = derivative
    self.values = values
    self.identities = identities
    self.definition = definition
    self.logarithm = logarithm
    self.notation = notation
    self.script = script
    self.evaluate = evaluate
    self.tails = tails
    self.namelessDerivatives = namelessDerivatives
    self.namelessValues = namelessValues
    self.periodInPi = periodInPi
    self.quarterTurn = quarterTurn
    self.increment = increment
    self.complement = complement
    self.isVariadic = isVariadic
  }

  /// The number of arguments.
  public var arity: Int { parameters.count }
}
