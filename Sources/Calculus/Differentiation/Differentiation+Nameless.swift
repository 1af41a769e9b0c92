public import Expressions
internal import Multiprecision

/// Derivatives without a name, such as that of a Bessel function by its order: they stay inert.
extension Differentiation {
  /// The slope of a call by the argument at a position, through the inert derivative by a symbol in it; nil where no symbol
  /// stands in that argument alone with a rational factor.
  func namelessSlope(of call: Expr, at position: Int) -> Expr? {
    for symbol in store.freeSymbols(store.operand(call, at: position)) {
      let inert = store.diff(call, symbol)
      guard let derivative = store.namelessDerivative(inert), derivative.position == position else { continue }
      return store.quotient(inert, store.number(derivative.factor))
    }
    return nil
  }

  /// The derivative by a symbol of an inert derivative; nil for any other expression.
  func derivative(ofNameless e: Expr, by symbol: Expr) throws(Unnamed) -> Expr? {
    guard let nameless = store.namelessDerivative(e), let (function, own) = store.inertDerivative(e) else { return nil }
    if !store.contains(function, symbol) { return store.zero }
    if symbol == nameless.symbol { return store.diff(e, symbol) }
    // The order of the two does not matter, and the other derivative is the one with a name.
    let moved = try gradient(of: function, by: [symbol])[0]
    return try gradient(of: moved, by: [own])[0]
  }
}

extension Differentiation {
  /// The value of an inert derivative after its symbol, and others, have been given values.
  ///
  /// It is the inert derivative by a symbol of the value, where the value is affine in one; else the value that the
  /// function lists, or that its functional equation brings to a listed one.
  ///
  /// - Parameters:
  ///   - inert: an inert derivative of a single call.
  ///   - values: what symbols of the call stand for, the one of the derivative among them.
  /// - Returns: nil where there is no such expression.
  public func value(ofNameless inert: Expr, at values: [(Expr, Expr)]) -> Expr? {
    guard let nameless = store.namelessDerivative(inert) else { return nil }
    let call = store.substitute(nameless.call, values)
    let scale = store.number(nameless.factor.power(nameless.order))
    if let named = namedDerivative(of: call, at: nameless.position, nameless.order) {
      return store.product([scale, named])
    }
    for symbol in store.freeSymbols(store.operand(call, at: nameless.position)) {
      let moved = (0..<nameless.order).reduce(call) { inner, _ in store.diff(inner, symbol) }
      guard let derivative = store.namelessDerivative(moved), derivative.position == nameless.position else { continue }
      return store.product([scale, store.number(derivative.factor.power(nameless.order).inverse), moved])
    }
    guard nameless.order == 1, let value = listedDerivative(of: call, at: nameless.position) else { return nil }
    return store.product([scale, value])
  }

  /// A derivative at a call that has a special value with derivatives of its own, whatever its argument at the position: that of
  /// `hurwitz_zeta(s, 1) = zeta(s)` by s.
  private func namedDerivative(of call: Expr, at position: Int, _ order: Int) -> Expr? {
    let symbol = store.symbol("derivative.argument")
    var arguments = store.operands(call)
    let argument = arguments[position]
    arguments[position] = symbol
    guard let id = store.functionID(call), var value = value(of: id, at: arguments, varying: position) else {
      return nil
    }
    for _ in 0..<order {
      guard let slope = try? derivative(of: value, by: symbol) else { return nil }
      value = slope
    }
    return store.substitute(value, [(symbol, argument)])
  }

  /// The special value of a function whatever the argument at a position, where the other one may be brought to that of a
  /// special value by the functional equation: `hurwitz_zeta(s, 2) = zeta(s) - 1`.
  private func value(of id: FunctionID, at arguments: [Expr], varying position: Int) -> Expr? {
    let call = store.call(id, arguments)
    if let value = formulas.specialValue(of: call) { return value }
    guard let shift = formulas.shift(of: call), shift.position != position, !shift.isSecondOrder,
      var rest = store.numberValue(arguments[shift.position]), rest > Rational(1), rest <= Rational(Self.mostSteps)
    else { return nil }
    var steps = 0
    while rest > Rational(1) {
      rest = rest - Rational(1)
      steps += 1
    }
    var lowest = arguments
    lowest[shift.position] = store.number(rest)
    let first = store.call(id, lowest)
    return formulas.specialValue(of: first).map {
      store.substitute(shift.reduced(call, by: steps, in: store), [(first, $0)])
    }
  }

  /// The listed derivative at a call, or what the derivative of the functional equation makes of one at a smaller integer.
  private func listedDerivative(of call: Expr, at position: Int) -> Expr? {
    if let value = formulas.listedNamelessDerivative(at: call) { return value }
    let arguments = store.operands(call)
    guard let n = store.integerValue(arguments[position]), (1...Self.mostSteps).contains(n),
      let shift = formulas.shift(of: call), shift.position == position, !shift.isSecondOrder
    else { return nil }
    func neighbour(_ argument: Expr) -> Expr {
      var moved = arguments
      moved[position] = argument
      return store.functionID(call).map { store.call($0, moved) } ?? call
    }
    let (symbol, below) = (store.symbol("derivative.argument"), store.integer(n - 1))
    let equation = shift.reduced(neighbour(store.sum([symbol, store.one])), by: 1, in: store)
    guard let lower = listedDerivative(of: neighbour(below), at: position),
      let slope = try? derivative(of: equation, by: symbol)
    else { return nil }
    return store.substitute(slope, [(store.diff(neighbour(symbol), symbol), lower), (symbol, below)])
  }

  /// The functional equation is applied at most this often.
  private static let mostSteps = 16
}
