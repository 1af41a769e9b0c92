public import Expressions
internal import Multiprecision

/// Prints expressions in the log-density language as a textbook would: `-(x - mu)^2/(2*v)`, `1/(theta*(1 - theta))`.
///
/// What is printed parses back to the same handle, except that a symbol which shares its name with Euler's number (`e`) has
/// to be declared to the parser. The order of terms and factors is `TextbookOrder`.
public struct PlainPrinter {
  let store: ExpressionStore
  private let order: TextbookOrder

  /// Creates a printer for the expressions of a store.
  public init(_ store: ExpressionStore) {
    self.store = store
    order = TextbookOrder(store)
  }

  /// The text of an expression.
  public func print(_ e: Expr) -> String { text(e, above: .lowest) }

  /// How tightly the context of an expression binds; what binds less is put in parentheses.
  enum Level: Int, Comparable {
    case lowest, sum, product, sign, power, primary

    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  /// The text of an expression, in parentheses unless it binds tighter than its context.
  func text(_ e: Expr, above context: Level) -> String {
    let (text, level) = printed(e)
    return level > context ? text : "(" + text + ")"
  }

  /// The text of an expression and how tightly it binds.
  private func printed(_ e: Expr) -> (String, Level) {
    switch store.op(e) {
    case .symbol: return (store.symbolName(e) ?? "", .primary)
    case .call: return (call(e), .primary)
    case .sum: return (sum(e), .sum)
    case .power where !isReciprocal(e):
      let (base, exponent) = store.baseAndExponent(e)
      return power(base, exponent)
    case .number, .product, .power: return term(DisplayTerm(e, in: store))
    }
  }

  private func isReciprocal(_ e: Expr) -> Bool {
    store.numberValue(store.baseAndExponent(e).1).map { $0.signum < 0 } ?? false
  }

  private func sum(_ e: Expr) -> String {
    var out = ""
    for (position, term) in order.sorted(terms: store.operands(e)).enumerated() {
      let isNegative = order.isNegative(term)
      if position > 0 { out += isNegative ? " - " : " + " }
      out += text(isNegative && position > 0 ? store.negated(term) : term, above: .sum)
    }
    return out
  }

  /// A sign, a numerator and a denominator: `-3*x/(2*y)`.
  private func term(_ term: DisplayTerm) -> (String, Level) {
    var upper = term.upper.map(factor)
    if !term.numerator.isOne || upper.isEmpty { upper.insert((term.numerator.description, .primary), at: 0) }
    var lower = term.lower.map(factor)
    if !term.denominator.isOne { lower.insert((term.denominator.description, .primary), at: 0) }
    var text = joined(upper)
    var level = upper.count == 1 ? upper[0].level : .product
    if !lower.isEmpty {
      let denominator = lower.count == 1 ? wrapped(lower[0], above: .product) : "(" + joined(lower) + ")"
      text = (upper.count == 1 ? wrapped(upper[0], above: .sum) : text) + "/" + denominator
      level = .product
    }
    if term.isNegative {
      text = "-" + (level <= .sum ? "(" + text + ")" : text)
      level = min(level, .product)
    }
    return (text, level)
  }

  private func joined(_ factors: [(text: String, level: Level)]) -> String {
    factors.count == 1 ? factors[0].text : factors.map { wrapped($0, above: .product) }.joined(separator: "*")
  }

  private func wrapped(_ part: (text: String, level: Level), above context: Level) -> String {
    part.level > context ? part.text : "(" + part.text + ")"
  }

  private func factor(_ factor: DisplayTerm.Factor) -> (text: String, level: Level) {
    factor.exponent == store.one ? printed(factor.base) : power(factor.base, factor.exponent)
  }

  private func power(_ base: Expr, _ exponent: Expr) -> (String, Level) {
    if exponent == store.half { return ("sqrt(" + print(base) + ")", .primary) }
    if let condition = store.bracketCondition(base: base, exponent: exponent) {
      return ("[" + print(condition) + "]", .primary)
    }
    return (text(base, above: .power) + "^" + text(exponent, above: .sign), .power)
  }
}
