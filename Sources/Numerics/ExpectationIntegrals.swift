public import Expressions
public import Multiprecision

/// Integrals of several integrands against one density: `E[g_i] = integral of g_i exp(logDensity)`.
///
/// The values are not divided by the normaliser, which is the integral of the integrand 1. The density is evaluated once
/// for each node, whatever the number of integrands. A vector of integrals is compiled once and evaluated at many points.
/// Several variables are integrated one after another, the first outermost.
///
/// May be evaluated on several threads at once. Unchecked because the compiler cannot see that the handles' store is touched
/// only under the lock of the compilation.
public final class ExpectationIntegrals: @unchecked Sendable {
  private let program: IntegralProgram
  private let entryCount: Int
  /// What each integrand is made of.
  private let places: [Place]
  private let factors: ClosedFormEvaluator
  private let factorExpressions: [Expr]

  /// An integrand as the product of an entry, or of 1, and a factor that depends on parameters alone.
  private struct Place {
    /// The position among the entries.
    let entry: Int?
    /// The position among the factors.
    let factor: Int?
  }

  /// Digits computed beyond the wanted ones.
  private static let guardDigits = 5

  /// Creates the integrals of `integrands` against `exp(logDensity)`.
  ///
  /// - Parameter assumptions: what is known of parameters and variables; if given, a density that is a product of factors in
  ///   different variables, perhaps after a change of one variable, is integrated factor by factor.
  /// - Throws: `TapeError` if an integrand has a function without evaluator or a symbol that is neither parameter nor
  ///   variable.
  public init(
    store: ExpressionStore, logDensity: Expr, variables: [(Expr, IntegrationSet)], integrands: [Expr],
    parameters: [Expr], assumptions: Assumptions? = nil
  ) throws {
    let source = LogarithmicVariables(
      store, logDensity: logDensity, variables: variables, integrands: integrands, assumptions: assumptions)
    let symbols = source.variables.map(\.0)
    // The distinct integrands that depend on a variable, with the position of the first of each.
    var entries: [Expr] = []
    var positions: [Int?] = []
    var factors: [Expr] = []
    places = source.integrands.enumerated().map { position, integrand in
      let isVariable = store.factors(integrand).map { store.containsAny($0, symbols) }
      func part(_ wanted: Bool) -> Expr {
        store.product(zip(store.factors(integrand), isVariable).filter { $0.1 == wanted }.map(\.0))
      }
      let factor = part(false)
      let place = factor == store.one ? nil : Self.position(of: factor, in: &factors)
      guard isVariable.contains(true) else { return Place(entry: nil, factor: place) }
      let entry = Self.position(of: part(true), in: &entries)
      if entry == positions.count { positions.append(position) }
      return Place(entry: entry, factor: place)
    }
    entryCount = entries.count + 1
    program = try IntegralProgram(
      store, logDensity: source.logDensity, integrands: entries, parameters: parameters, positions: [nil] + positions,
      variables: source.variables, assumptions: assumptions)
    factorExpressions = factors
    self.factors = try ClosedFormEvaluator(store, expressions: factors, parameters: parameters)
    var compiler = TapeCompiler(store, parameters: parameters, variables: symbols)
    try compiler.check([source.logDensity] + entries)
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
  ///   - provingErrors: whether the errors of infinite sums and of integrals are to be proven where that is possible.
  /// - Throws: `UndefinedIntegrand` if an integrand has no finite value inside the support, `LimitReached` if the work or
  ///   the time is up.
  public func evaluate(
    at point: [Rational], digits: Int, limits: WorkLimits = WorkLimits(), provingErrors: Bool = false
  ) throws -> [Estimate] {
    let bits = Int((Double(digits + Self.guardDigits) * 3.321_928).rounded(.up))
    let constants = factors.estimates(at: point, digits: digits + Self.guardDigits)
    if let first = constants.firstIndex(where: { !$0.value.isFinite }) {
      throw UndefinedIntegrand.factor(factorExpressions[first])
    }
    let setting = NumericSetting(
      parameters: point, entryCount: entryCount, bits: bits, tables: NodeTables(), calls: RememberedCalls(),
      meter: WorkMeter(limits), provesErrors: provingErrors)
    defer { setting.tables.leave() }
    var outcomes = try self.outcomes(setting)
    if outcomes[0].scale.isZero {
      // A density that is nowhere positive was not found; nothing is known then.
      for entry in outcomes.indices { (outcomes[entry].status, outcomes[entry].errorExponent) = (.limit, Int.max) }
    }
    return places.map { place in
      let estimate = Estimate(outcomes[place.entry.map { $0 + 1 } ?? 0], digits: digits)
      return place.factor.map { estimate.times(constants[$0], digits: digits) } ?? estimate
    }
  }

  /// The outcomes of the entries; next to extreme parameters, what is undefined or has no finite mass is so only if a thousand
  /// bits more do not help, as log(1 + exp(-200)) is 0 without them.
  private func outcomes(_ setting: NumericSetting) throws -> [PieceOutcome] {
    guard setting.parameters.contains(where: PieceProgram.isExtreme) else { return try program.outcomes(setting) }
    var careful = setting
    careful.bitsOfCancellation = ClosedFormEvaluator.settlingBits
    do {
      let found = try program.outcomes(setting)
      if case .divergent = found[0].status { return try program.outcomes(careful) }
      return found
    } catch let error as UndefinedIntegrand where error.mayBeCancellation {
      return try program.outcomes(careful)
    }
  }
}
