internal import Diagnostics
internal import Expressions
internal import Multiprecision

/// The support of a density that is written into its formula: `[0 < x < theta]/theta`, or `cases(… if x > 0, 0 otherwise)`.
struct BracketSupport {
  /// The formula without the brackets that have become conditions.
  private(set) var density: Expr
  /// The conditions that the brackets state.
  private(set) var conditions: [Condition] = []
  private let store: ExpressionStore
  /// The variables that may be bounded by the parts of a sum; nil where any may.
  private let observed: [Expr]?

  /// Reads a density: its bracket factors, and sums of which every term stands for a part of the range.
  init(ofDensity density: Expr, observed: [Expr]?, in store: ExpressionStore) {
    self.store = store
    self.observed = observed
    self.density = density
    var kept: [Expr] = []
    for factor in store.factors(density) {
      if let condition = store.statedCondition(factor) {
        conditions.append(condition)
      } else {
        let bounds = store.op(factor) == .sum ? hull(of: store.operands(factor)) ?? [] : []
        conditions += bounds
        kept.append(without(bounds, factor))
      }
    }
    self.density = store.product(kept)
  }

  /// Reads a log-density of which some case is -inf: the terms with brackets are the cases that remain.
  init(ofLogDensity density: Expr, observed: [Expr]?, in store: ExpressionStore) {
    self.store = store
    self.observed = observed
    self.density = density
    let cases = store.terms(density).filter { !brackets($0).isEmpty }
    conditions = hull(of: cases) ?? []
    self.density = without(conditions, density)
  }

  /// An interval with bounds that may be missing.
  private struct Part {
    var lower: Expr?
    var upper: Expr?
    var lowerCondition: Condition?
    var upperCondition: Condition?
  }

  /// An expression whose brackets for conditions of the support are 1.
  private func without(_ bounds: [Condition], _ e: Expr) -> Expr {
    let brackets = bounds.compactMap { condition -> Expr? in
      guard case .relation(let a, let relation, let b) = condition else { return nil }
      return store.bracket(a, relation, b)
    }
    return store.substitute(e, brackets.map { ($0, store.one) })
  }

  private func brackets(_ term: Expr) -> [Condition] { store.factors(term).compactMap(store.indicatedCondition) }

  /// The bounds of the range that the parts of a sum cover without a gap; nil where the terms are not such parts.
  private func hull(of terms: [Expr]) -> [Condition]? {
    let conditions = terms.map(brackets)
    guard let first = conditions.first, !conditions.contains(where: \.isEmpty) else { return nil }
    let symbols = conditions.flatMap { $0 }.map { $0.freeSymbols(in: store) }
    let candidates = first[0].freeSymbols(in: store).filter { symbol in
      symbols.allSatisfy { $0.contains(symbol) } && observed?.contains(symbol) ?? true
    }
    for variable in candidates {
      let parts = conditions.compactMap { part($0, of: variable) }
      if parts.count == terms.count, let bounds = outerBounds(parts) { return bounds }
    }
    return nil
  }

  private func part(_ conditions: [Condition], of variable: Expr) -> Part? {
    var part = Part()
    for condition in conditions {
      guard case .relation(let margin, let relation, _) = condition,
        let (slope, offset) = store.affineParts(of: margin, in: variable), let sign = store.numberValue(slope)?.signum
      else { return nil }
      let bound = store.quotient(store.negated(offset), slope)
      if sign > 0, part.lower == nil {
        part.lower = bound
        part.lowerCondition = .relation(variable, relation, bound)
      } else if sign < 0, part.upper == nil {
        part.upper = bound
        part.upperCondition = .relation(variable, relation.mirrored, bound)
      } else {
        return nil
      }
    }
    return part
  }

  /// The lower bound of the first and the upper bound of the last of parts that follow one another.
  private func outerBounds(_ parts: [Part]) -> [Condition]? {
    var rest = parts
    let isFirst: (Part) -> Bool = { part in part.lower == nil || !parts.contains { $0.upper == part.lower } }
    guard let start = rest.firstIndex(where: isFirst) else { return nil }
    let first = rest.remove(at: start)
    var last = first
    while !rest.isEmpty {
      guard let bound = last.upper, let next = rest.firstIndex(where: { $0.lower == bound }) else { return nil }
      last = rest.remove(at: next)
    }
    return [first.lowerCondition, last.upperCondition].compactMap { $0 }
  }
}
