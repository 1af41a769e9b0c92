/// Domains of parameters that were not declared, read off the expression that has to be real.
///
/// From `log(theta)` follows `theta > 0`, from `log(1 - theta)` follows `theta < 1`. A demand that is affine in a single
/// parameter becomes a bound of it; any other that speaks of parameters only stays as a condition.
public struct ParameterDomains {
  /// A condition that was read off the expression.
  public struct Inferred: Hashable, Sendable {
    /// The condition.
    public let condition: Condition
    /// The part of the expression that demands it.
    public let part: Expr
    /// Whether the condition is a choice among several: `k/lambda > 0` is read as `k > 0` and `lambda > 0`.
    public let isConvention: Bool

    /// Creates an inferred condition.
    public init(condition: Condition, part: Expr, isConvention: Bool = false) {
      self.condition = condition
      self.part = part
      self.isConvention = isConvention
    }
  }

  /// What was inferred, in the order of inference.
  public private(set) var inferred: [Inferred] = []
  /// Demands that contradict the assumptions.
  public private(set) var refuted: [DomainRequirement] = []
  /// The assumptions together with what was inferred.
  public private(set) var assumptions: Assumptions
  /// The assumptions that speak of no observed variable: `0 < x < theta` implies `theta > 0`, but a point of the
  /// parameters is chosen without an x, so the bound has to be inferred all the same.
  private var withoutSupport: Assumptions
  private let parameters: [Expr]
  private let observed: [Expr]
  private let declared: Set<Expr>
  /// More bounds than this are not inferred.
  private static let maximumRounds = 64
  private var store: ExpressionStore { assumptions.store }

  /// Reads the demands of an expression that concern the parameters.
  ///
  /// - Parameters:
  ///   - e: what has to be real for all values of the observed variables in their supports.
  ///   - parameters: the symbols that bounds may be inferred for.
  ///   - observed: the observed variables; the assumptions hold their supports.
  ///   - assumptions: what is declared.
  ///   - declared: the symbols of which a person has said where they range: nothing is chosen for one of them alone.
  public init(
    readFrom e: Expr, parameters: [Expr], observed: [Expr], assumptions: Assumptions, declared: Set<Expr> = []
  ) {
    self.init(
      meeting: assumptions.allRequirements(of: e), parameters: parameters, observed: observed, assumptions: assumptions,
      declared: declared)
  }

  /// Turns demands that are known already into domains of the parameters.
  public init(
    meeting requirements: [DomainRequirement], parameters: [Expr], observed: [Expr], assumptions: Assumptions,
    declared: Set<Expr> = []
  ) {
    self.declared = declared
    self.parameters = parameters
    self.observed = observed
    self.assumptions = assumptions
    withoutSupport = Assumptions(assumptions.store)
    withoutSupport.assume(
      assumptions.conditions.filter { condition in
        !condition.freeSymbols(in: assumptions.store).contains(where: observed.contains)
      })
    // What excludes single points comes last: most often a bound has settled it by then.
    let bounds = requirements.filter { !$0.condition.excludesPoint }
    for _ in 0..<Self.maximumRounds { guard settleOne(bounds) || chooseOne(bounds) else { break } }
    for _ in 0..<Self.maximumRounds { guard settleOne(requirements) else { break } }
  }

  /// Settles the first open demand that has one answer; false when there is none.
  private mutating func settleOne(_ requirements: [DomainRequirement]) -> Bool {
    for requirement in requirements where !refuted.contains(requirement) {
      guard let (conditions, isRefuted) = reduced(requirement) else { continue }
      if isRefuted {
        refuted.append(requirement)
        continue
      }
      let solver = RequirementSolver(analysis: withoutSupport.analysis, free: parameters)
      let found = conditions.filter(isAboutParametersOnly).filter { !isOpenProduct($0) }.flatMap(solver.solved)
      if add(found, requirement, isConvention: false) { return true }
    }
    return false
  }

  /// Reads a product of several parameters that must be positive as all of them positive; false when there is none.
  private mutating func chooseOne(_ requirements: [DomainRequirement]) -> Bool {
    for requirement in requirements where !refuted.contains(requirement) {
      guard let (conditions, _) = reduced(requirement),
        let product = conditions.first(where: { isAboutParametersOnly($0) && isOpenProduct($0) }),
        case .relation(let left, let relation, _) = product,
        relation == .greater || relation == .greaterOrEqual, store.coefficientAndRest(left).0.signum > 0,
        !isDeclared(left)
      else { continue }
      let solver = RequirementSolver(analysis: assumptions.analysis, free: parameters)
      let found = store.factors(left).flatMap { solver.solved(.relation($0, relation, store.zero)) }
      if add(found, requirement, isConvention: true) { return true }
    }
    return false
  }

  /// Whether the only parameter of an expression is one of which it was said where it ranges.
  private func isDeclared(_ e: Expr) -> Bool {
    let occurring = parameters.filter { store.contains(e, $0) }
    return occurring.count == 1 && declared.contains(occurring[0])
  }

  /// Adds the conditions that do not follow from what is known and from those before them; false when there are none.
  private mutating func add(_ conditions: [Condition], _ requirement: DomainRequirement, isConvention: Bool) -> Bool {
    let countBefore = inferred.count
    for condition in conditions
    where withoutSupport.holds(condition) != .yes && !assumptions.conditions.contains(condition) {
      inferred.append(Inferred(condition: condition, part: requirement.part, isConvention: isConvention))
      assumptions.assume(condition)
      withoutSupport.assume(condition)
    }
    return inferred.count > countBefore
  }

  /// What a demand comes to under the present assumptions; nil where it already holds or says nothing of parameters.
  private func reduced(_ requirement: DomainRequirement) -> (conditions: [Condition], isRefuted: Bool)? {
    guard case .relation(let left, let relation, let right) = requirement.condition else { return nil }
    let difference = store.difference(left, right)
    guard store.containsAny(difference, parameters), !store.contains(difference, store.infinity) else { return nil }
    let known = store.containsAny(difference, observed) ? assumptions.assuming(requirement.selection) : withoutSupport
    let solver = RequirementSolver(
      analysis: known.analysis, free: parameters, readsBasesAsPositive: !isDeclared(difference))
    switch solver.reduced(difference, relation) {
    case .holds: return nil
    case .refuted: return ([], true)
    case .conditions(let conditions):
      return (conditions.flatMap { withoutObserved($0, known) }, false)
    }
  }

  /// A condition that has to hold for all observed values, as conditions on the parameters alone; empty if unknown.
  ///
  /// - Parameter known: what is assumed where it has to hold.
  private func withoutObserved(_ condition: Condition, _ known: Assumptions) -> [Condition] {
    guard case .relation(let left, let relation, _) = condition else { return [] }
    // At a lattice point 0 the convention 0*log(0) = 0 applies, so a factor that is never negative demands nothing.
    let factors = store.factors(left).filter { factor in
      !(store.containsAny(factor, observed)
        && (relation == .notEqual || known.isNonnegative(factor) == .yes))
    }
    let rest = store.product(factors)
    guard store.containsAny(rest, observed) else {
      return rest == store.one ? [] : [.relation(rest, relation, store.zero)]
    }
    return SupportEndpoints(assumptions: known, observed: observed).conditions(rest, relation)
  }

  private func isAboutParametersOnly(_ condition: Condition) -> Bool {
    guard case .relation(let left, _, let right) = condition else { return false }
    let difference = store.difference(left, right)
    return store.containsAny(difference, parameters) && !store.containsAny(difference, observed)
  }

  /// Whether a condition compares a product of several parameters with 0, which leaves their single signs open.
  private func isOpenProduct(_ condition: Condition) -> Bool {
    guard case .relation(let left, let relation, let right) = condition else { return false }
    return right == store.zero && relation != .notEqual && store.op(store.coefficientAndRest(left).1) == .product
  }
}
