public import Expressions
public import Multiprecision

/// Integrals of several integrands against one density: `E[g_i] = integral of g_i exp(logDensity)`.
///
/// The values are not divided by the normaliser, which is the integral of the integrand 1. The density is evaluated once
/// for each node, whatever the number of integrands. A vector of integrals is compiled once and evaluated at many points.
public final class ExpectationIntegrals {
  let store: ExpressionStore
  let logDensity: Expr
  let variables: [(symbol: Expr, set: IntegrationSet)]
  let integrands: [Expr]
  let parameters: [Expr]

  /// The distinct integrands that depend on a variable.
  let entries: [Expr]
  /// Of each integrand, its position among the entries, or among the factors that depend on parameters alone.
  let places: [Place]
  private let factors: ClosedFormEvaluator
  private let iterated: IteratedIntegrals?
  let tables = NodeTables()
  var programs: [Piece: PieceProgram] = [:]
  var latticeTape: Tape?

  enum Place {
    case entry(Int)
    case factor(Int)
  }

  /// Digits computed beyond the wanted ones.
  static let guardDigits = 5

  /// Creates the integrals of `integrands` against `exp(logDensity)`.
  ///
  /// - Throws: `TapeError` if an integrand has a function without evaluator or a symbol that is neither parameter nor
  ///   variable.
  public init(
    store: ExpressionStore, logDensity: Expr, variables: [(Expr, IntegrationSet)], integrands: [Expr],
    parameters: [Expr]
  ) throws {
    self.store = store
    self.logDensity = logDensity
    self.variables = variables.map { (symbol: $0.0, set: $0.1) }
    self.integrands = integrands
    self.parameters = parameters
    let symbols = variables.map(\.0)
    var entries: [Expr] = []
    var factors: [Expr] = []
    places = integrands.map { integrand in
      if store.containsAny(integrand, symbols) { return .entry(Self.position(of: integrand, in: &entries)) }
      return .factor(Self.position(of: integrand, in: &factors))
    }
    self.entries = entries
    iterated =
      variables.count > 1
      ? try IteratedIntegrals(
        store: store, logDensity: logDensity, variables: variables, integrands: integrands, parameters: parameters)
      : nil
    self.factors = try ClosedFormEvaluator(store, expressions: factors, parameters: parameters)
    var compiler = TapeCompiler(store, parameters: parameters, variables: symbols)
    _ = try compiler.compile([logDensity] + entries)
  }

  private static func position(of e: Expr, in list: inout [Expr]) -> Int {
    if let known = list.firstIndex(of: e) { return known }
    list.append(e)
    return list.count - 1
  }

  /// The integrals at a parameter point, in the order of the integrands.
  ///
  /// - Parameters:
  ///   - digits: the wanted decimal digits of each value, counted from the first digit of its scale.
  /// - Throws: `UndefinedIntegrand` if an integrand has no finite value inside the support, `LimitReached` if the work or
  ///   the time is up.
  public func evaluate(
    at point: [Rational], digits: Int, limits: WorkLimits = WorkLimits()
  ) throws -> [Estimate] {
    if let iterated { return try iterated.evaluate(at: point, digits: digits, limits: limits) }
    let bits = Int((Double(digits + Self.guardDigits) * 3.321_928).rounded(.up))
    let constants = factors.estimates(at: point, digits: digits + Self.guardDigits)
    var outcomes = try self.outcomes(at: point, bits: bits, meter: WorkMeter(limits))
    if outcomes[0].scale.isZero {
      // A density that is nowhere positive was not found; nothing is known then.
      for entry in outcomes.indices { (outcomes[entry].status, outcomes[entry].errorExponent) = (.limit, Int.max) }
    }
    return places.map { place in
      switch place {
      case .entry(let entry): Estimate(outcomes[entry + 1], digits: digits)
      case .factor(let factor): Estimate(outcomes[0], digits: digits).times(constants[factor], digits: digits)
      }
    }
  }
}
