internal import Calculus
internal import Expectation
internal import Expressions
internal import Multiprecision
internal import Numerics

/// Pairs of expressions prepared for evaluation: inert derivatives as difference quotients, expectations as symbols.
struct OracleProgram {
  private let store: ExpressionStore
  private let sides: [Sides]
  private let standIns: [(symbol: Expr, integrand: Expr)]

  /// The terms of both sides of an equality, and what else sets the scale on which they are compared.
  struct Sides {
    let left: [Expr]
    let right: [Expr]
    let units: [Expr]

    var all: [Expr] { left + right + units }
  }

  init(_ pairs: [(Expr, Expr)], engine: ExpectationEngine) {
    store = engine.setting.store
    var preparation = Preparation(engine: engine)
    sides = pairs.map { before, after in
      Sides(
        left: preparation.terms(before), right: preparation.terms(after), units: preparation.differentiated(before))
    }
    standIns = preparation.standIns
  }

  /// What is found of each pair at one point.
  func verdicts(
    symbols: [Expr], values: [Rational], expectations: [Expr: Estimate], digits: Int
  ) throws -> [EqualityVerdict] {
    var parameters = symbols
    var point = values
    var sizes = values
    var infinite: [Expr] = []
    var vague: [Expr] = []
    for (symbol, integrand) in standIns {
      guard let estimate = expectations[integrand], estimate.isFinite, let value = exact(estimate, digits),
        let size = Rational(estimate.scale.description(digits: digits))
      else {
        infinite.append(symbol)
        continue
      }
      if estimate.digits < NumericOracle.requiredDigits { vague.append(symbol) }
      parameters.append(symbol)
      point.append(value)
      sizes.append(size)
    }
    var seen: Set<Expr> = []
    let all = sides.flatMap(\.all).filter { seen.insert($0).inserted && !store.containsAny($0, infinite) }
    let evaluator = try ClosedFormEvaluator(store, expressions: all, parameters: parameters)
    let numbers = Dictionary(uniqueKeysWithValues: zip(all, evaluator.evaluate(at: point, digits: digits)))
    // An expectation near zero is known relative to the integral of the absolute value.
    let magnitudes = Dictionary(uniqueKeysWithValues: zip(all, evaluator.evaluate(at: sizes, digits: digits)))
    return sides.map { pair in
      let diverges = (pair.left + pair.right).map { store.containsAny($0, infinite) }
      if diverges.contains(true) {
        // A divergent expectation may be rewritten, but nothing finite may be made of it.
        let isFinite =
          !pair.left.contains { store.containsAny($0, infinite) }
          || !pair.right.contains { store.containsAny($0, infinite) }
        return isFinite ? .differs("one side diverges and the other does not") : .agrees
      }
      let found = verdict(
        pair.left.compactMap { numbers[$0] }, pair.right.compactMap { numbers[$0] },
        units: pair.units.compactMap { numbers[$0] } + pair.all.compactMap { magnitudes[$0] }, digits)
      guard case .differs = found, pair.all.contains(where: { store.containsAny($0, vague) }) else { return found }
      return .unjudged("an expectation is known to fewer than \(NumericOracle.requiredDigits) digits")
    }
  }

  /// The value of an estimate as a rational number; 0 where nothing distinguishes it from 0.
  private func exact(_ estimate: Estimate, _ digits: Int) -> Rational? {
    estimate.isIndistinguishableFromZero ? Rational(0) : Rational(estimate.value.description(digits: digits))
  }

  private func verdict(_ left: [Real], _ right: [Real], units: [Real], _ digits: Int) -> EqualityVerdict {
    let zero = Real.zero
    let a = left.reduce(zero, +)
    let b = right.reduce(zero, +)
    var scale = a.magnitude
    for term in left + right + [b] + units where term.isFinite && term.magnitude > scale { scale = term.magnitude }
    guard a.isFinite, b.isFinite else { return .unjudged("one side has no finite value") }
    // A sum that cancels exactly inside a product is as small as the precision allows, and has no scale of its own.
    let difference = (a - b).magnitude
    if difference.isZero || (difference.exponent10 < -3 * digits && scale.exponent10 < -3 * digits) { return .agrees }
    let common = Agreement.digits(a, b, scale: scale, cap: digits)
    if common >= NumericOracle.requiredDigits { return .agrees }
    return .differs("the sides are \(a.description(digits: 20)) and \(b.description(digits: 20))")
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

  /// The functions whose inert derivatives an expression holds, here and a little further on: a derivative that vanishes
  /// is compared on their scale, also where the function vanishes with it.
  func differentiated(_ e: Expr) -> [Expr] {
    let calls = InertCalls.calls(in: e, store).filter { store.expectationArgument($0) == nil }
    return calls.flatMap { call in
      let (f, symbol) = (store.operand(call, at: 0), store.operand(call, at: 1))
      let further = store.translated(f, symbol, by: store.number(Rational(1, 8)))
      return [f, further].map { engine.inObservedVariables($0) }
    }
  }

  private mutating func replacement(_ call: Expr) -> Expr {
    if let known = replaced[call] { return known }
    let made: Expr
    if let argument = store.expectationArgument(call) {
      made = store.symbol("expectation.\(standIns.count)")
      standIns.append((made, engine.inObservedVariables(argument)))
    } else {
      let (f, symbol) = (store.operand(call, at: 0), store.operand(call, at: 1))
      let above = store.translated(f, symbol, by: step)
      let below = store.translated(f, symbol, by: store.negated(step))
      made = store.quotient(store.difference(above, below), store.product([store.two, step]))
    }
    replaced[call] = made
    return made
  }
}
