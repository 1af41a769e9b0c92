internal import Diagnostics
internal import Expressions
internal import Syntax

/// Turns the clauses on several observed variables into ranges, each given the variables before it.
///
/// Clauses must be memberships or comparisons affine in the variable that they bound. The innermost variable is the last;
/// eliminating it leaves bounds on the others. Source: Fourier–Motzkin elimination, G. M. Ziegler, Lectures on Polytopes,
/// 1995, section 1.2.
struct NestedSupport {
  let store: ExpressionStore
  let observed: [Expr]
  /// What is known of the parameters.
  let assumptions: Assumptions

  /// One bound of one variable.
  struct Bound {
    var value: Expr
    var isClosed: Bool
    var span: SourceSpan?
  }

  /// `form > 0`, or `form >= 0` where closed.
  private struct Inequality {
    var form: Expr
    var isClosed: Bool
    var span: SourceSpan?
  }

  /// The bounds that are left for one variable.
  private struct Bounds {
    var lower: [Bound] = []
    var upper: [Bound] = []
    /// Inequalities that do not mention the variable.
    var others: [Inequality] = []
  }

  /// The ranges, in the order of the variables, and the conditions on the parameters under which they are not empty.
  func ranges(_ typed: [ParsedCondition]) throws(Diagnostic) -> (ranges: [NumberSet], conditions: [Condition]) {
    let clauses = typed.map { withLattice($0, among: typed) }
    var inequalities: [Inequality] = []
    for clause in clauses { inequalities += try self.inequalities(clause) }
    var result: [NumberSet] = []
    for position in observed.indices.reversed() {
      let variable = observed[position]
      let exclusions = PointExclusions(store: store, variable: variable, assumptions: assumptions)
      let own = clauses.filter { mentionsOnlyFirst(position + 1, $0.condition) }
      if let values = listedValues(variable, clauses) {
        result.append(try exclusions.applied(to: .finite(try admissible(values, variable, inequalities)), own))
        inequalities.removeAll { store.contains($0.form, variable) }
        continue
      }
      let isLattice = clauses.contains { isLatticeClause($0.condition, variable) }
      let bounds = try self.bounds(on: variable, isLattice: isLattice, inequalities)
      // Of a clause such as `x in {0..n}`, too, the part that does not tie x to n holds: x >= 0.
      let known = clauses.map(\.condition) + inequalities.map(condition)
      let context = assumptions.assuming(known.filter { mentionsOnlyFirst(position, $0) })
      let lower = try dominant(bounds.lower, isLower: true, variable, isLattice, context)
      let upper = try dominant(bounds.upper, isLower: false, variable, isLattice, context)
      let range = try exclusions.applied(to: range(lower, upper, isLattice), own)
      result.append(range)
      inequalities = bounds.others
      if let lower, let upper {
        let form = range.length(in: store) ?? store.difference(upper.value, lower.value)
        // An interval of a single point has no length.
        let isClosed = isLattice && lower.isClosed && upper.isClosed
        // What the earlier variables' own clauses imply need not bound them once more: sqrt(a*b) > 0.
        if !store.containsAny(form, observed) || context.isPositive(form) != .yes {
          inequalities.append(Inequality(form: form, isClosed: isClosed, span: upper.span ?? lower.span))
        }
      }
    }
    return (result.reversed(), inequalities.map(condition))
  }

  private func condition(_ inequality: Inequality) -> Condition {
    .relation(inequality.form, inequality.isClosed ? .greaterOrEqual : .greater, store.zero)
  }

  // MARK: Reading the clauses

  /// A list of consecutive integers as a lattice, whose bounds other variables may tighten: x2 in {0,1}, x1 + x2 <= 1.
  private func withLattice(_ clause: ParsedCondition, among all: [ParsedCondition]) -> ParsedCondition {
    guard case .membership(let variable, .finite(let values)) = clause.condition, let first = values.first,
      let last = values.last, let start = store.integerValue(first),
      values.enumerated().allSatisfy({ store.integerValue($1) == start + $0 }),
      all.contains(where: { isJoint($0.condition, variable) })
    else { return clause }
    return ParsedCondition(
      condition: .membership(variable, .lattice(lower: first, upper: last)), span: clause.span)
  }

  /// Whether a condition ties a variable to another observed one.
  private func isJoint(_ condition: Condition, _ variable: Expr) -> Bool {
    let symbols = condition.freeSymbols(in: store)
    return symbols.contains(variable) && symbols.contains { $0 != variable && observed.contains($0) }
  }

  private func inequalities(_ clause: ParsedCondition) throws(Diagnostic) -> [Inequality] {
    func above(_ a: Expr, _ b: Expr, _ isClosed: Bool) -> Inequality {
      Inequality(form: store.difference(a, b), isClosed: isClosed, span: clause.span)
    }
    switch clause.condition {
    case .relation(let left, let relation, let right):
      switch relation {
      case .less: return [above(right, left, false)]
      case .lessOrEqual: return [above(right, left, true)]
      case .greater: return [above(left, right, false)]
      case .greaterOrEqual: return [above(left, right, true)]
      case .notEqual: return []
      case .equal: return [above(left, right, true), above(right, left, true)]
      }
    case .membership(let e, .interval(let lower, let upper, let lowerClosed, let upperClosed)):
      let parts = [lower.map { above(e, $0, lowerClosed) }, upper.map { above($0, e, upperClosed) }]
      return parts.compactMap { $0 }.filter { !store.contains($0.form, store.infinity) }
    case .membership(let e, .lattice(let lower, let upper)):
      return [lower.map { above(e, $0, true) }, upper.map { above($0, e, true) }].compactMap { $0 }
    case .membership(let e, .finite):
      if observed.contains(e) { return [] }
      throw Diagnostic.compoundMembership(clause.span)
    case .membership(_, .reals): return []
    }
  }

  private func listedValues(_ variable: Expr, _ clauses: [ParsedCondition]) -> [Expr]? {
    for clause in clauses {
      if case .membership(variable, .finite(let values)) = clause.condition { return values }
    }
    return nil
  }

  private func isLatticeClause(_ condition: Condition, _ variable: Expr) -> Bool {
    if case .membership(variable, .lattice) = condition { return true }
    return false
  }

  /// Whether a condition mentions none of the observed variables from a position on.
  private func mentionsOnlyFirst(_ position: Int, _ condition: Condition) -> Bool {
    let symbols = condition.freeSymbols(in: store)
    return observed[position...].allSatisfy { !symbols.contains($0) }
  }

  /// The listed values that satisfy the comparisons; those that cannot be decided are an error.
  private func admissible(
    _ values: [Expr], _ variable: Expr, _ inequalities: [Inequality]
  ) throws(Diagnostic) -> [Expr] {
    var result: [Expr] = []
    for value in values {
      var isAdmitted = true
      for inequality in inequalities where store.contains(inequality.form, variable) {
        let form = store.substitute(inequality.form, [(variable, value)])
        switch assumptions.holds(.relation(form, inequality.isClosed ? .greaterOrEqual : .greater, store.zero)) {
        case .yes: continue
        case .no: isAdmitted = false
        case .unknown: throw Diagnostic.undecidedSupport(inequality.span, name(variable))
        }
      }
      if isAdmitted { result.append(value) }
    }
    return result
  }

  // MARK: Elimination

  private func bounds(
    on variable: Expr, isLattice: Bool, _ inequalities: [Inequality]
  ) throws(Diagnostic) -> Bounds {
    var result = Bounds()
    for inequality in inequalities {
      guard store.contains(inequality.form, variable) else {
        result.others.append(inequality)
        continue
      }
      guard let (slope, offset) = store.affineParts(of: inequality.form, in: variable) else {
        // A root need not be an integer, and what is the last below it is not written in one formula.
        if !isLattice, let bound = squareBound(inequality, on: variable) {
          result.upper.append(bound)
          result.lower.append(
            Bound(value: store.negated(bound.value), isClosed: bound.isClosed, span: bound.span))
          continue
        }
        throw Diagnostic.supportNotAffine(inequality.span, name(variable))
      }
      let bound = Bound(
        value: store.multipliedOut(store.quotient(store.negated(offset), slope)), isClosed: inequality.isClosed,
        span: inequality.span)
      if assumptions.isPositive(slope) == .yes {
        result.lower.append(bound)
      } else if assumptions.isNegative(slope) == .yes {
        result.upper.append(bound)
      } else {
        let undecided = SupportSlope(slope, under: assumptions).undecided
        let unknown = undecided.flatMap(store.freeSymbols).filter { !observed.contains($0) }.map(name)
        throw Diagnostic.supportSideUnknown(inequality.span, name(variable), unknown)
      }
    }
    return result
  }

  /// The upper of the two bounds that `b - a*x^2 > 0` is with a positive a: `sqrt(b/a)`; nil for other forms.
  private func squareBound(_ inequality: Inequality, on variable: Expr) -> Bound? {
    let square = store.symbol("square of " + name(variable))
    let form = store.substitute(inequality.form, [(store.square(variable), square)])
    guard !store.contains(form, variable), let (slope, offset) = store.affineParts(of: form, in: square),
      assumptions.isNegative(slope) == .yes
    else { return nil }
    let ratio = store.multipliedOut(store.quotient(offset, store.negated(slope)))
    return Bound(value: store.squareRoot(ratio), isClosed: inequality.isClosed, span: inequality.span)
  }

  /// The bound that implies all others; an error if none does.
  private func dominant(
    _ bounds: [Bound], isLower: Bool, _ variable: Expr, _ isLattice: Bool, _ context: Assumptions
  ) throws(Diagnostic) -> Bound? {
    let all = isLattice ? bounds.map { integral($0, isLower: isLower, context) } : bounds
    guard all.count > 1 else { return all.first }
    for candidate in all {
      let isDominant = all.allSatisfy { other in
        let gap = store.difference(candidate.value, other.value)
        let excess = isLower ? gap : store.negated(gap)
        if context.isPositive(excess) == .yes { return true }
        return context.isNonnegative(excess) == .yes && (!candidate.isClosed || other.isClosed)
      }
      if isDominant { return candidate }
    }
    throw Diagnostic.supportHasNoSingleBound(all.compactMap(\.span), name(variable), isLower: isLower)
  }

  /// A strict bound of an integer variable as a bound that is attained.
  private func integral(_ bound: Bound, isLower: Bool, _ context: Assumptions) -> Bound {
    var result = bound
    if let value = store.numberValue(bound.value), !value.isInteger {
      result.value = store.sum([store.number(.init(value.floor)), isLower ? store.one : store.zero])
    } else if !bound.isClosed {
      result.value = store.sum([bound.value, isLower ? store.one : store.minusOne])
    }
    result.isClosed = true
    return result
  }

  private func range(_ lower: Bound?, _ upper: Bound?, _ isLattice: Bool) -> NumberSet {
    if isLattice { return .lattice(lower: lower?.value, upper: upper?.value) }
    if lower == nil, upper == nil { return .reals }
    return .interval(
      lower: lower?.value, upper: upper?.value, lowerClosed: lower?.isClosed ?? false,
      upperClosed: upper?.isClosed ?? false)
  }

  private func name(_ symbol: Expr) -> String { store.symbolName(symbol) ?? "" }
}

extension NumberSet {
  /// How far the last integer of a range lies beyond the first; nil for other sets.
  fileprivate func length(in store: ExpressionStore) -> Expr? {
    guard case .lattice(let lower?, let upper?) = self else { return nil }
    return store.difference(upper, lower)
  }
}
