internal import Calculus
internal import Expectation
internal import Expressions
internal import Multiprecision
internal import Numerics

/// Pairs of expressions prepared for evaluation: inert derivatives as difference quotients, expectations as symbols.
struct OracleProgram {
  private let store: ExpressionStore
  private let sides: [(left: [Expr], right: [Expr])]
  private let standIns: [(symbol: Expr, integrand: Expr)]

  init(_ pairs: [(Expr, Expr)], engine: ExpectationEngine) {
    store = engine.setting.store
    var preparation = Preparation(engine: engine)
    sides = pairs.map { (preparation.terms($0.0), preparation.terms($0.1)) }
    standIns = preparation.standIns
  }

  /// For each pair, nil where the sums of both sides agree.
  func disagreements(
    symbols: [Expr], values: [Rational], expectations: [Expr: Estimate], digits: Int
  ) throws -> [String?] {
    var parameters = symbols
    var point = values
    for (symbol, integrand) in standIns {
      guard let estimate = expectations[integrand], let value = Rational(estimate.value.description(digits: digits))
      else { continue }
      parameters.append(symbol)
      point.append(value)
    }
    let all = Array(Set(sides.flatMap { $0.left + $0.right })).sorted { $0.id < $1.id }
    let numbers = try ClosedFormEvaluator(store, expressions: all, parameters: parameters)
      .evaluate(at: point, digits: digits)
    let table = Dictionary(uniqueKeysWithValues: zip(all, numbers))
    return sides.map { left, right in
      verdict(left.compactMap { table[$0] }, right.compactMap { table[$0] }, digits)
    }
  }

  private func verdict(_ left: [Real], _ right: [Real], _ digits: Int) -> String? {
    let zero = Real(Rational(0), precision: 64)
    let a = left.reduce(zero, +)
    let b = right.reduce(zero, +)
    var scale = a.magnitude
    for term in left + right + [b] where term.magnitude > scale { scale = term.magnitude }
    guard a.isFinite, b.isFinite else { return "one side has no finite value" }
    if scale.isZero { return nil }
    let common = Agreement.digits(a, b, scale: scale, cap: digits)
    if common >= NumericOracle.requiredDigits { return nil }
    return "the sides are \(a.description(digits: 20)) and \(b.description(digits: 20))"
  }
}

/// Replaces inert calls while pairs are prepared.
private struct Preparation {
  let engine: ExpectationEngine
  let store: ExpressionStore
  /// The step of the difference quotient; its error is of the order of the step's square.
  let step: Expr
  private(set) var standIns: [(symbol: Expr, integrand: Expr)] = []
  private var replaced: [Expr: Expr] = [:]

  init(engine: ExpectationEngine) {
    self.engine = engine
    store = engine.setting.store
    step = store.number(Rational(Integer(1), Integer(10).power(12)))
  }

  /// The terms of an expression without inert calls.
  mutating func terms(_ e: Expr) -> [Expr] {
    var replacements: [(Expr, Expr)] = []
    for call in InertCalls.calls(in: e, store) { replacements.append((call, replacement(call))) }
    return store.terms(engine.inObservedVariables(store.substitute(e, replacements)))
  }

  private mutating func replacement(_ call: Expr) -> Expr {
    if let known = replaced[call] { return known }
    let made: Expr
    if let argument = store.expectationArgument(call) {
      made = store.symbol("expectation.\(standIns.count)")
      standIns.append((made, engine.inObservedVariables(argument)))
    } else {
      let (f, symbol) = (store.operand(call, at: 0), store.operand(call, at: 1))
      let above = store.substitute(f, [(symbol, store.sum([symbol, step]))])
      let below = store.substitute(f, [(symbol, store.difference(symbol, step))])
      made = store.quotient(store.difference(above, below), store.product([store.two, step]))
    }
    replaced[call] = made
    return made
  }
}
