public import Expressions

/// Calls that the normal form writes through exponentials, as symbols: linear algebra on a matrix of textbook forms needs
/// no relation between them, and would take `normal_pdf(u)` apart for good.
///
/// What holds with the symbols holds with the calls; only a rank may be lower.
public struct HiddenCalls {
  private let store: ExpressionStore
  private let pairs: [(call: Expr, symbol: Expr)]

  /// Finds the calls in the entries of a matrix.
  public init(in rows: [[Expr]], _ simplifier: Simplifier) {
    let store = simplifier.store
    self.store = store
    let parts = rows.flatMap { $0 }.flatMap { store.subexpressions(of: $0) }
    let exponentials = parts.compactMap { simplifier.formulas.exponential(through: $0)?.value }
    let functions = Set(
      exponentials.flatMap { store.subexpressions(of: $0) }.filter { simplifier.formulas.definition(of: $0) != nil }
        .compactMap { store.functionID($0) })
    var calls: [Expr] = []
    for part in parts where store.functionID(part).map(functions.contains) ?? false && !calls.contains(part) {
      calls.append(part)
    }
    pairs = calls.enumerated().map { ($1, store.symbol("call.\($0)")) }
  }

  /// Whether there is none.
  public var isEmpty: Bool { pairs.isEmpty }

  /// An expression with symbols for the calls.
  public func hidden(_ e: Expr) -> Expr { store.substitute(e, pairs.map { ($0.call, $0.symbol) }) }

  /// An expression with the calls for the symbols.
  public func shown(_ e: Expr) -> Expr { store.substitute(e, pairs.map { ($0.symbol, $0.call) }) }
}
