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
  private let all: Values
  /// Those that hold expectations, which may be small for their scale.
  private let averaged: Values

  /// The terms of both sides of an equality, and what else sets the scale on which they are compared.
  private struct Sides {
    let left: [Expr]
    let right: [Expr]
    let units: [Expr]

    var all: [Expr] { left + right + units }
  }

  /// Expressions to be evaluated together.
  private struct Values: Sendable {
    let expressions: [Expr]
    let evaluator: ClosedFormEvaluator

    init(_ expressions: [Expr], _ store: ExpressionStore, parameters: [Expr]) throws {
      self.expressions = expressions
      evaluator = try ClosedFormEvaluator(store, expressions: expressions, parameters: parameters)
    }

    func evaluated(at point: [Rational], digits: Int) -> [Expr: Real] {
      Dictionary(uniqueKeysWithValues: zip(expressions, evaluator.evaluate(at: point, digits: digits)))
    }
  }

  /// A point with the values of the expectations there.
  struct Probe: Sendable {
    /// Parameters, known constants and observed variables.
    let values: [Rational]
    let expectations: [Expr: Estimate]
  }

  /// What stands for the expectations at a probe.
  private struct StandIns: Sendable {
    var values: [Rational] = []
    /// On what scale the values are known.
    var sizes: [Rational] = []
    var infinite: [Expr] = []
    /// Of too few digits to decide.
    var vague: [Expr] = []
  }

  /// Prepares pairs; `symbols` are those of a probe's values.
  ///
  /// - Throws: `TapeError` if one has a function without evaluator.
  init(_ pairs: [(Expr, Expr)], engine: ExpectationEngine, symbols: [Expr]) throws {
    store = engine.setting.store
    var preparation = Preparation(engine: engine)
    sides = pairs.map { before, after in
      Sides(
        left: preparation.terms(before), right: preparation.terms(after), units: preparation.differentiated(before))
    }
    standIns = preparation.standIns
    let expectations = standIns.map(\.symbol)
    var seen: Set<Expr> = []
    let distinct = sides.flatMap(\.all).filter { seen.insert($0).inserted }
    all = try Values(distinct, store, parameters: symbols + expectations)
    let store = store
    averaged = try Values(
      distinct.filter { store.containsAny($0, expectations) }, store, parameters: symbols + expectations)
  }

  /// What is found of each pair at each probe; `threads` says on how many threads, and changes nothing else.
  func verdicts(at probes: [Probe], digits: Int, threads: Int) -> [[EqualityVerdict]] {
    let found = probes.map { standIns(at: $0) }
    let (all, averaged) = (all, averaged)
    let tasks = zip(probes, found).flatMap { probe, expectations in
      // An expectation near zero is known relative to the integral of the absolute value.
      [
        (all, probe.values + expectations.values, digits),
        (averaged, probe.values + expectations.sizes, NumericOracle.requiredDigits),
      ]
    }
    let values = ParallelMap(tasks) { values, point, digits in values.evaluated(at: point, digits: digits) }
      .results(threads: threads)
    return found.enumerated().map { i, standIns in
      verdicts(standIns, numbers: values[2 * i], magnitudes: values[2 * i + 1], digits)
    }
  }

  private func standIns(at probe: Probe) -> StandIns {
    var found = StandIns()
    for (symbol, integrand) in standIns {
      let estimate = probe.expectations[integrand]
      guard let estimate, estimate.isFinite, let value = exact(estimate), let size = Rational(exactly: estimate.scale)
      else {
        // Of what was not integrated nothing is known, nor of what is finite beyond all numbers that are reckoned with.
        if estimate?.isFinite == false { found.infinite.append(symbol) } else { found.vague.append(symbol) }
        // Whatever holds it is judged without values.
        found.values.append(Rational(1))
        found.sizes.append(Rational(1))
        continue
      }
      if estimate.digits < NumericOracle.requiredDigits { found.vague.append(symbol) }
      found.values.append(value)
      found.sizes.append(size)
    }
    return found
  }

  private func verdicts(
    _ standIns: StandIns, numbers: [Expr: Real], magnitudes: [Expr: Real], _ digits: Int
  ) -> [EqualityVerdict] {
    sides.map { pair in
      let isDivergent = [pair.left, pair.right].map { $0.contains { store.containsAny($0, standIns.infinite) } }
      if isDivergent.contains(true) {
        // A divergent expectation may be rewritten, but nothing finite may be made of it.
        return isDivergent.contains(false) ? .differs("one side diverges and the other does not") : .agrees
      }
      let units = pair.units.filter { !store.containsAny($0, standIns.infinite) }
      let scales = units.compactMap { numbers[$0] } + (pair.left + pair.right + units).compactMap { magnitudes[$0] }
      let found = verdict(
        pair.left.compactMap { numbers[$0] }, pair.right.compactMap { numbers[$0] }, units: scales, digits)
      guard case .differs = found, pair.all.contains(where: { store.containsAny($0, standIns.vague) }) else {
        return found
      }
      return .unjudged("an expectation is known to fewer than \(NumericOracle.requiredDigits) digits")
    }
  }

  /// Sides whose binary exponents are so far from that of the scale agree to the required digits.
  private static let agreedBits = NumericOracle.requiredDigits * 10 / 3 + 2

  /// The value of an estimate as a rational number; 0 where nothing distinguishes it from 0.
  private func exact(_ estimate: Estimate) -> Rational? {
    estimate.isIndistinguishableFromZero ? Rational(0) : Rational(exactly: estimate.value)
  }

  private func verdict(_ left: [Real], _ right: [Real], units: [Real], _ digits: Int) -> EqualityVerdict {
    let zero = Real.zero
    let a = left.reduce(zero, +)
    let b = right.reduce(zero, +)
    var scale = a.magnitude
    for term in left + right + [b] + units where term.isFinite && term.exponent >= scale.exponent {
      let size = term.magnitude
      if size > scale { scale = size }
    }
    guard a.isFinite, b.isFinite else { return .unjudged("one side has no finite value") }
    // A sum that cancels exactly inside a product is as small as the precision allows, and has no scale of its own.
    let difference = (a - b).magnitude
    if difference.isZero || (difference.exponent10 < -3 * digits && scale.exponent10 < -3 * digits) { return .agrees }
    if difference.exponent < scale.exponent - Self.agreedBits { return .agrees }
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
