internal import Expressions

/// Expands expressions in powers of a symbol h about h = 0, poles of rational functions and of functions with a functional
/// equation, such as the gamma function, included.
struct LaurentExpansion {
  private let simplifier: Simplifier
  private let step: Expr
  /// How many coefficients of an analytic function are found.
  private let order: Int
  private let differentiation: Differentiation
  private var known: [Expr: LaurentSeries?] = [:]
  private var store: ExpressionStore { simplifier.store }

  init(in step: Expr, order: Int, _ simplifier: Simplifier) {
    self.simplifier = simplifier
    self.step = step
    self.order = order
    differentiation = Differentiation(simplifier.store, formulas: simplifier.formulas)
  }

  /// The series of an expression, or nil where it has none or none is found.
  mutating func series(of e: Expr) -> LaurentSeries? {
    if let series = known[e] { return series }
    let series = expanded(e)
    known[e] = .some(series)
    return series
  }

  private mutating func expanded(_ e: Expr) -> LaurentSeries? {
    if !store.contains(e, step) { return constant(simplifier.normal(e)) }
    switch store.op(e) {
    case .number, .symbol: return LaurentSeries([store.zero, store.one] + padding(order - 2), simplifier)
    case .sum:
      var total = constant(store.zero)
      for term in store.operands(e) {
        guard let part = series(of: term) else { return nil }
        total = total + part
      }
      return total
    case .product:
      var total = constant(store.one)
      for factor in store.operands(e) {
        guard let part = series(of: factor) else { return nil }
        total = total * part
      }
      return total
    case .power:
      let (base, exponent) = store.baseAndExponent(e)
      if store.contains(exponent, step) { return series(of: store.exp(store.product([exponent, store.log(base)]))) }
      return series(of: base)?.power(exponent)
    case .call: return call(e)
    }
  }

  private func padding(_ count: Int) -> [Expr] { Array(repeating: store.zero, count: max(0, count)) }

  private func constant(_ value: Expr) -> LaurentSeries {
    LaurentSeries([value] + padding(order - 1), simplifier)
  }

  /// A function of one argument that moves: by its derivatives, or away from a pole by its functional equation.
  private mutating func call(_ e: Expr) -> LaurentSeries? {
    let moving = store.operands(e).indices.filter { store.contains(store.operand(e, at: $0), step) }
    guard moving.count == 1, let position = moving.first, store.indexedSum(e) == nil,
      let argument = series(of: store.operand(e, at: position)), argument.valuation >= 0,
      let place = argument.coefficient(of: 0)
    else { return nil }
    if let shift = simplifier.formulas.shift(of: e), shift.position == position, !shift.isSecondOrder {
      // Such a function has its poles at the integers that are not positive, and there alone.
      if let pole = store.integerValue(place), pole <= 0 {
        return series(of: shift.reduced(e, by: pole - 1, in: store))
      }
    } else if isOutside(e, place, position) {
      return nil
    }
    guard let taylor = taylor(e, at: place, position) else { return nil }
    return argument.composed(taylor)
  }

  /// Whether a place is known to lie outside the domain of a function.
  private func isOutside(_ e: Expr, _ place: Expr, _ position: Int) -> Bool {
    var operands = store.operands(e)
    operands[position] = place
    guard let function = store.functionID(e), let symbols = store.function(e)?.parameters.map({ store.symbol($0) })
    else {
      return false
    }
    let general = simplifier.formulas.domain(of: store.call(function, symbols))
    return general.contains {
      simplifier.assumptions.holds($0.substituting(Array(zip(symbols, operands)), in: store)) == .no
    }
  }

  /// `f^(k)(place)/k!` for the argument at a position.
  private func taylor(_ e: Expr, at place: Expr, _ position: Int) -> [Expr]? {
    let symbol = store.symbol("expansion.argument")
    var operands = store.operands(e)
    operands[position] = symbol
    var derivative = store.rebuilt(e, operands: operands)
    var result: [Expr] = []
    var factorial = 1
    for k in 0..<order {
      if k > 0 {
        guard let next = try? differentiation.derivative(of: derivative, by: symbol) else { return nil }
        derivative = next
        factorial *= k
      }
      if let inert = store.inertDerivatives(in: derivative).first, store.contains(inert, symbol) { return nil }
      let value = store.substitute(derivative, [(symbol, place)])
      result.append(simplifier.normal(store.quotient(value, store.integer(factorial))))
    }
    return result
  }
}
