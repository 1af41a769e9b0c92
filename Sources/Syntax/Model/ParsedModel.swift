public import Diagnostics
public import Expressions

/// A model as it was typed, with its formulas as expressions of a store.
///
/// Everything here is a matter of the text alone: which condition is support and which a constraint, what is observed when
/// the header does not say so, and whether the density normalises, is found out later.
public struct ParsedModel {
  /// The name in the header, e.g. `p`; empty without a header. It is a label, never a symbol.
  public let label: String
  /// Whether the right side is the logarithm of the density rather than the density.
  public let isLogarithm: Bool
  /// Whether the right side is given up to a normaliser (`~`).
  public let isUpToNormalizer: Bool
  /// The observed variables that the header lists; nil where it lists none.
  public let observed: [Expr]?
  /// The parameters that the header lists; nil where it lists none.
  public let parameters: [Expr]?
  /// Whether the parameters stand behind `;` without `|`, where known constants may be listed among them.
  public let listsLoosely: Bool
  /// The symbols that the header or a `known` clause calls known, in order.
  public let known: [Expr]
  /// The right side as typed.
  public let density: Expr
  /// Where the right side stands.
  public let densitySpan: SourceSpan
  /// What the clauses state, in order.
  public let conditions: [ParsedCondition]
  /// Every symbol with the place where it first stands, in the order of the text.
  public let symbols: [(symbol: Expr, span: SourceSpan)]
  /// The text.
  public let source: SourceText
  /// The formula with its conditions read as a density, where no header says whether it is one or its logarithm.
  let densityReading: BracketSupport?

  /// The model whose right side is a density, where the text has no header; nil where it has one.
  public var readAsDensity: ParsedModel? {
    guard let reading = densityReading else { return nil }
    let stated = reading.conditions.map { ParsedCondition(condition: $0, span: densitySpan) }
    return ParsedModel(
      label: label, isLogarithm: false, isUpToNormalizer: isUpToNormalizer, observed: observed, parameters: parameters,
      listsLoosely: listsLoosely, known: known, density: reading.density, densitySpan: densitySpan,
      conditions: conditions + stated, symbols: symbols, source: source, densityReading: nil)
  }

  /// The model in which the cases of the formula tell integers apart, `x = 0` and `x > 0` being 0, 1, 2, …; nil where they
  /// state no interval with a first integer.
  public func readAsCounts(in store: ExpressionStore) -> ParsedModel? {
    let counted = conditions.map { $0.isInferred ? integers($0, store) : $0 }
    let stated = counted.compactMap(\.self)
    guard stated.count == conditions.count, stated != conditions else { return nil }
    return ParsedModel(
      label: label, isLogarithm: isLogarithm, isUpToNormalizer: isUpToNormalizer, observed: observed,
      parameters: parameters, listsLoosely: listsLoosely, known: known, density: density, densitySpan: densitySpan,
      conditions: stated, symbols: symbols, source: source, densityReading: nil)
  }

  private func integers(_ stated: ParsedCondition, _ store: ExpressionStore) -> ParsedCondition? {
    let ends: (lower: Expr?, upper: Expr?)
    let variable: Expr
    switch stated.condition {
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

  /// Where a symbol first stands in the text.
  public func span(of symbol: Expr) -> SourceSpan? { symbols.first { $0.symbol == symbol }?.span }
}
