internal import Diagnostics
internal import Expressions
public import Multiprecision
internal import Syntax

/// What a user may ask of an analysis besides the model.
public struct AnalysisOptions: Sendable {
  /// The significant digits of the numeric section.
  public var digits: Int
  /// The one point of the numeric section, or nil for points of the program's choice.
  public var point: [(name: String, value: Rational)]?
  /// Further conditions on parameters and known constants, as text.
  public var assumptions: [String]
  /// Whether to derive also what follows from score and information: estimators, efficient information, canonical form.
  public var derivesConsequences: Bool
  /// Seconds after which the analysis gives up.
  public var timeLimit: Double
  /// On how many threads points are integrated; no result depends on it.
  public var threads: Int

  /// Creates options.
  public init(
    digits: Int = 50, point: [(name: String, value: Rational)]? = nil, assumptions: [String] = [],
    derivesConsequences: Bool = false, timeLimit: Double = 60, threads: Int = 1
  ) {
    self.digits = digits
    self.point = point
    self.assumptions = assumptions
    self.derivesConsequences = derivesConsequences
    self.timeLimit = timeLimit
    self.threads = threads
  }

  /// The time limit as the clock counts it; a limit of more than thirty years is none.
  var duration: Duration { .seconds(min(timeLimit, 1e9)) }

  /// The further conditions as expressions of a store.
  func assumedConditions(in store: ExpressionStore) throws(DiagnosticList) -> [Condition] {
    var conditions: [Condition] = []
    for text in assumptions {
      let source = SourceText(name: "--assume", text: text)
      conditions += try ModelParser(store: store).parseConditions(source).map(\.condition)
    }
    return conditions
  }
}
