public import Expressions

/// Other models that the same text may mean.
extension ParsedModel {
  /// The model whose right side is a density, where the text has no header; nil where it has one.
  public var readAsDensity: ParsedModel? {
    guard let reading = densityReading else { return nil }
    let stated = reading.conditions.map { ParsedCondition(condition: $0, span: densitySpan) }
    return read(asLogarithm: false, density: reading.density, conditions: conditions + stated)
  }

  /// The model in which the cases of the formula tell integers apart, `x = 0` and `x > 0` being 0, 1, 2, …; nil where they
  /// state no interval with a first integer.
  public func readAsCounts(in store: ExpressionStore) -> ParsedModel? {
    readAsCounts(store) { $0.isInferred }
  }

  /// The model in which the clauses on some variables speak of integers, `x >= 2` of 2, 3, 4, …; nil where they state no
  /// interval with a first integer.
  public func readAsCounts(of variables: [Expr], in store: ExpressionStore) -> ParsedModel? {
    readAsCounts(store) { stated in
      switch stated.condition {
      case .relation(let left, _, let right): variables.contains(left) || variables.contains(right)
      case .membership(let member, _): variables.contains(member)
      }
    }
  }

  private func readAsCounts(_ store: ExpressionStore, _ counts: (ParsedCondition) -> Bool) -> ParsedModel? {
    let counted = conditions.map { counts($0) ? integers($0, store) : $0 }
    let stated = counted.compactMap(\.self)
    guard stated.count == conditions.count, stated != conditions else { return nil }
    return read(asLogarithm: isLogarithm, density: density, conditions: stated)
  }

  /// The same text with another right side and other conditions; no further reading is left then.
  private func read(asLogarithm isLogarithm: Bool, density: Expr, conditions: [ParsedCondition]) -> ParsedModel {
    ParsedModel(
      label: label, isLogarithm: isLogarithm, isUpToNormalizer: isUpToNormalizer, observed: observed,
      parameters: parameters, listsLoosely: listsLoosely, known: known, density: density, densitySpan: densitySpan,
      conditions: conditions, symbols: symbols, source: source, densityReading: nil)
  }

  /// The integers of an interval that is stated.
  private func integers(_ stated: ParsedCondition, _ store: ExpressionStore) -> ParsedCondition? {
    let ends: (lower: Expr?, upper: Expr?)
    let variable: Expr
    switch stated.condition {
    case .relation(let left, let relation, let right) where relation == .less || relation == .lessOrEqual:
      let turned = Condition.relation(right, relation.mirrored, left)
      return integers(ParsedCondition(condition: turned, span: stated.span, isInferred: stated.isInferred), store)
    case .relation(let left, let relation, let right) where relation == .greater || relation == .greaterOrEqual:
      variable = left
      ends = NumberSet.integers(
        lower: right, upper: nil, lowerClosed: relation == .greaterOrEqual, upperClosed: false, store)
    case .membership(let member, .interval(let lower?, let upper?, let lowerClosed, let upperClosed)):
      variable = member
      ends = NumberSet.integers(
        lower: lower, upper: upper, lowerClosed: lowerClosed, upperClosed: upperClosed, store)
    default: return nil
    }
    guard let lower = ends.lower, store.numberValue(lower)?.isInteger == true else { return nil }
    return ParsedCondition(
      condition: .membership(variable, .lattice(lower: lower, upper: ends.upper)), span: stated.span, isInferred: true)
  }
}
