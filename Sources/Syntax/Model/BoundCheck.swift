internal import Diagnostics
internal import Expressions
internal import Multiprecision

/// Looks for bounds on one symbol that contradict each other in plain numbers: `theta > 2, theta < 1`.
struct BoundCheck {
  private struct Bound {
    let value: Rational
    let isStrict: Bool
    let span: SourceSpan
  }

  private(set) var diagnostics: [Diagnostic] = []
  private var lower: [Expr: Bound] = [:]
  private var upper: [Expr: Bound] = [:]
  private let elaborator: Elaborator

  init(_ conditions: [ParsedCondition], _ elaborator: Elaborator) {
    self.elaborator = elaborator
    for parsed in conditions { add(parsed) }
  }

  private mutating func add(_ parsed: ParsedCondition) {
    let store = elaborator.store
    switch parsed.condition {
    case .relation(let left, let relation, let right):
      if let value = store.numberValue(right), store.symbolName(left) != nil {
        add(left, relation, value, parsed.span)
      } else if let value = store.numberValue(left), store.symbolName(right) != nil {
        add(right, relation.mirrored, value, parsed.span)
      } else if let a = store.numberValue(left), let b = store.numberValue(right), !relation.holds(a, b) {
        diagnostics.append(.falseComparison(elaborator.source.text(in: parsed.span).excerpt, parsed.span))
      }
    case .membership(let member, .interval(let low, let high, let lowClosed, let highClosed)):
      guard store.symbolName(member) != nil else { return }
      if let value = low.flatMap(store.numberValue) {
        add(member, lowClosed ? .greaterOrEqual : .greater, value, parsed.span)
      }
      if let value = high.flatMap(store.numberValue) {
        add(member, highClosed ? .lessOrEqual : .less, value, parsed.span)
      }
    default: return
    }
  }

  private mutating func add(_ symbol: Expr, _ relation: Relation, _ value: Rational, _ span: SourceSpan) {
    switch relation {
    case .less, .lessOrEqual:
      let new = Bound(value: value, isStrict: relation == .less, span: span)
      if upper[symbol].map({ $0.value > value }) ?? true { upper[symbol] = new }
    case .greater, .greaterOrEqual:
      let new = Bound(value: value, isStrict: relation == .greater, span: span)
      if lower[symbol].map({ $0.value < value }) ?? true { lower[symbol] = new }
    case .equal, .notEqual: return
    }
    guard let low = lower[symbol], let high = upper[symbol], let name = elaborator.store.symbolName(symbol) else {
      return
    }
    if low.value > high.value || (low.value == high.value && (low.isStrict || high.isStrict)) {
      diagnostics.append(.contradictoryBounds(name, low.span, high.span))
    }
  }
}

extension Relation {
  /// Whether the relation holds between two numbers.
  fileprivate func holds(_ a: Rational, _ b: Rational) -> Bool {
    switch self {
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    case .equal: a == b
    case .notEqual: a != b
    }
  }
}
