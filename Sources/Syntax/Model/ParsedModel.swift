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
  public private(set) var listsLoosely: Bool
  /// The symbols that the header or a `known` clause calls known, in order.
  public let known: [Expr]
  /// The right side as typed.
  public let density: Expr
  /// Where the right side stands.
  public let densitySpan: SourceSpan
  /// What the clauses state, in order.
  public private(set) var conditions: [ParsedCondition]
  /// Every symbol with the place where it first stands, in the order of the text.
  public let symbols: [(symbol: Expr, span: SourceSpan)]
  /// The text.
  public let source: SourceText
  /// The formula with its conditions read as a density, where no header says whether it is one or its logarithm.
  let densityReading: BracketSupport?

  /// Where a symbol first stands in the text.
  public func span(of symbol: Expr) -> SourceSpan? { symbols.first { $0.symbol == symbol }?.span }

  /// The same with further conditions, which nobody typed.
  public func bounded(by further: [Condition]) -> ParsedModel {
    var result = self
    result.conditions += further.map { ParsedCondition(condition: $0, span: densitySpan) }
    return result
  }

  /// The same with parameters that may turn out to be known constants, wherever they are listed.
  public func listedLoosely() -> ParsedModel {
    var result = self
    result.listsLoosely = true
    return result
  }
}
