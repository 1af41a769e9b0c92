/// A condition without which part of an expression is no real number.
public struct DomainRequirement: Hashable, Sendable {
  /// The condition.
  public let condition: Condition
  /// The part that demands it, e.g. `log(1 - theta)`.
  public let part: Expr
  /// Where the part counts: brackets beside it are 0 elsewhere.
  let selection: [Condition]

  /// Creates a requirement.
  public init(_ condition: Condition, of part: Expr) {
    self.init(condition, of: part, where: [])
  }

  init(_ condition: Condition, of part: Expr, where selection: [Condition]) {
    self.condition = condition
    self.part = part
    self.selection = selection
  }
}

extension Assumptions {
  /// What an expression demands to be a real number: positive arguments of logarithms, defined calls, no division by zero.
  ///
  /// Demands that follow from the assumptions are left out. The order is that of the parts in the expression.
  public func requirements(of e: Expr) -> [DomainRequirement] {
    allRequirements(of: e).filter { holds($0.condition) != .yes }
  }

  /// The same with those that follow from the assumptions.
  func allRequirements(of e: Expr) -> [DomainRequirement] {
    var collector = RequirementCollector(assumptions: self)
    collector.visit(e)
    return collector.found
  }
}

/// Walks an expression once and notes what its parts demand.
private struct RequirementCollector {
  let assumptions: Assumptions
  var found: [DomainRequirement] = []
  private var seen: Set<Expr> = []
  private var store: ExpressionStore { assumptions.store }

  init(assumptions: Assumptions) {
    self.assumptions = assumptions
  }

  mutating func visit(_ e: Expr) {
    guard seen.insert(e).inserted else { return }
    if store.op(e) == .product, visitSelected(e) { return }
    switch store.op(e) {
    case .call:
      guard let definition = store.function(e) else { break }
      let conditions = assumptions.analysis.domainConditions(definition, store.operands(e)) ?? []
      for condition in conditions { note(condition, e) }
    case .power: visitPower(e)
    case .number, .symbol, .sum, .product: break
    }
    for operand in store.operands(e) { visit(operand) }
  }

  /// The factors beside brackets `[x > 0]` and `1 - [x = 0]` need to be real only where the brackets hold; false without
  /// brackets.
  private mutating func visitSelected(_ e: Expr) -> Bool {
    let conditions = store.factors(e).compactMap(selection)
    if conditions.isEmpty { return false }
    let selected = assumptions.assuming(conditions)
    var collector = RequirementCollector(assumptions: selected)
    for factor in store.factors(e) {
      if selection(factor) == nil { collector.visit(factor) } else { visit(factor) }
    }
    for requirement in collector.found where selected.holds(requirement.condition) != .yes {
      found.append(
        DomainRequirement(requirement.condition, of: requirement.part, where: conditions + requirement.selection))
    }
    return true
  }

  /// The condition under which a factor that is a bracket is 1.
  private func selection(_ factor: Expr) -> Condition? {
    if let condition = store.indicatedCondition(factor) { return condition }
    guard let opposite = store.complementaryBracket(factor) else { return nil }
    let (equation, relation): (Expr, Relation) =
      store.isBracket(factor) ? (factor, .equal) : (opposite, .notEqual)
    return .relation(store.baseAndExponent(equation).1, relation, store.zero)
  }

  private mutating func visitPower(_ e: Expr) {
    let (base, exponent) = store.baseAndExponent(e)
    switch assumptions.isInteger(exponent) {
    case .yes:
      if assumptions.isNonnegative(exponent) != .yes { note(.relation(base, .notEqual, store.zero), e) }
    case .no, .unknown:
      let isRoot = assumptions.isPositive(exponent) == .yes
      note(.relation(base, isRoot ? .greaterOrEqual : .greater, store.zero), e)
    }
  }

  private mutating func note(_ condition: Condition, _ part: Expr) {
    found.append(DomainRequirement(condition, of: part))
  }
}
