public import Expressions
internal import Multiprecision

/// Turns expressions into boxes in the order and shape of a textbook.
///
/// Everything about a function comes from its notation in the function table; the builder names none.
public struct BoxBuilder {
  /// How quotients are set.
  public enum Layout: Sendable {
    /// A numerator above a denominator.
    case stacked
    /// Both on one line with a slash, as in text and inside exponents.
    case inline
  }

  let store: ExpressionStore
  let layout: Layout
  /// What is observed; it stands on the left in the condition of a bracket.
  let observed: [Expr]
  let order: TextbookOrder
  /// Whether what is built stands above or below the line of a fraction, where small quotients take a slash.
  private(set) var isNested = false

  /// Creates a builder for the expressions of a store.
  ///
  /// - Parameter observed: the variables of which conditions are read; canonical order knows no roles.
  public init(_ store: ExpressionStore, layout: Layout, observed: [Expr] = []) {
    self.store = store
    self.layout = layout
    self.observed = observed
    order = TextbookOrder(store)
  }

  /// The same builder with quotients on one line.
  var inline: BoxBuilder { layout == .inline ? self : BoxBuilder(store, layout: .inline, observed: observed) }

  /// The same builder inside a fraction.
  var nested: BoxBuilder {
    var result = self
    result.isNested = true
    return result
  }

  /// The expression as a box.
  public func box(_ e: Expr) -> MathBox {
    store.op(e) == .sum ? sum(e) : signed(DisplayTerm(e, in: store))
  }

  /// An entry that may be missing, shown as a dash.
  public func box(_ e: Expr?) -> MathBox { e.map { box($0) } ?? .words("–") }

  private func sum(_ e: Expr) -> MathBox {
    var row: [MathBox] = []
    for (i, term) in order.sorted(terms: store.operands(e)).enumerated() {
      let parts = DisplayTerm(term, in: store)
      if i > 0 {
        row.append(.sign(parts.isNegative ? .minus : .plus))
      } else if parts.isNegative {
        row.append(.sign(.negative))
      }
      row.append(unsigned(parts))
    }
    return .row(row)
  }

  private func signed(_ term: DisplayTerm) -> MathBox {
    term.isNegative ? .row([.sign(.negative), unsigned(term)]) : unsigned(term)
  }

  /// Whether an expression can stand beside others, or under an exponent, without parentheses.
  func isAtomic(_ e: Expr) -> Bool {
    switch store.op(e) {
    case .symbol: return true
    case .number: return store.numberValue(e).map { $0.isInteger && $0.signum >= 0 } ?? false
    case .sum, .product, .power: return false
    case .call:
      switch store.function(e)?.notation.style {
      case .call, .constant, .absoluteValue, .condition, .expectation, .subscriptedCall, .superscriptedCall, .binomial:
        return true
      default: return false
      }
    }
  }

  /// The expression, in parentheses unless it is atomic.
  func atom(_ e: Expr) -> MathBox { isAtomic(e) ? box(e) : box(e).parenthesised }
}
