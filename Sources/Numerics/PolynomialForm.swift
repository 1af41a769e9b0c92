internal import Expressions

/// An expression as a polynomial in a symbol.
struct PolynomialForm {
  /// The coefficients, the constant first.
  private(set) var coefficients: [Expr]
  private let store: ExpressionStore

  private static let largestDegree = 4

  /// Nil where the expression is no polynomial of small degree.
  init?(_ e: Expr, in symbol: Expr, _ store: ExpressionStore) {
    self.store = store
    if e == symbol {
      coefficients = [store.zero, store.one]
      return
    }
    coefficients = [e]
    guard store.contains(e, symbol) else { return }
    switch store.op(e) {
    case .sum:
      coefficients = [store.zero]
      for term in store.operands(e) {
        guard let part = PolynomialForm(term, in: symbol, store) else { return nil }
        add(part)
      }
    case .product:
      coefficients = [store.one]
      for factor in store.operands(e) {
        guard let part = PolynomialForm(factor, in: symbol, store), multiply(by: part) else { return nil }
      }
    case .power:
      guard let n = store.integerValue(store.operand(e, at: 1)), n > 1, n <= Self.largestDegree,
        let base = PolynomialForm(store.operand(e, at: 0), in: symbol, store)
      else { return nil }
      coefficients = [store.one]
      for _ in 0..<n {
        guard multiply(by: base) else { return nil }
      }
    case .number, .symbol, .call: return nil
    }
  }

  /// The part of a sum that is polynomial.
  init(partOf e: Expr, in symbol: Expr, _ store: ExpressionStore) {
    self.store = store
    coefficients = [store.zero]
    for term in store.terms(e) {
      if let part = PolynomialForm(term, in: symbol, store) { add(part) }
    }
  }

  var degree: Int { coefficients.lastIndex { $0 != store.zero } ?? 0 }

  subscript(_ power: Int) -> Expr { power < coefficients.count ? coefficients[power] : store.zero }

  private mutating func add(_ other: PolynomialForm) {
    coefficients = (0..<max(coefficients.count, other.coefficients.count)).map { store.sum([self[$0], other[$0]]) }
  }

  private mutating func multiply(by other: PolynomialForm) -> Bool {
    guard degree + other.degree <= Self.largestDegree else { return false }
    coefficients = (0...(degree + other.degree)).map { power in
      store.sum((0...power).map { store.product([self[$0], other[power - $0]]) })
    }
    return true
  }
}
