internal import Expressions
internal import Multiprecision

extension TapeCompiler {
  /// Multiplies the factors level by level; factors with negative exponents are gathered into one divisor a level.
  mutating func compileProduct(_ e: Expr) throws -> Slot {
    var numerators: [Slot] = []
    var denominators: [Slot] = []
    var logarithms: [Slot] = []
    var brackets: [Slot] = []
    var isNegative = false
    for factor in store.operands(e) {
      if let value = store.numberValue(factor), value == Rational(-1) {
        isNegative = true
      } else if let bracket = bracket(factor) {
        brackets.append(try compile(bracket))
      } else if isLattice, isLogarithmicFactor(factor) {
        logarithms.append(try compile(factor))
      } else if let inverse = reciprocalOfNegativePower(factor) {
        denominators.append(try compile(inverse))
      } else {
        numerators.append(try compile(factor))
      }
    }
    var result: Slot?
    for level in tape.levels.indices {
      let above = product(numerators.filter { $0.level == level })
      let below = product(denominators.filter { $0.level == level })
      result = times(result, quotient(above, below))
    }
    if let logarithm = product(logarithms) {
      result = result.map { emit(.multiplyVanishing, $0, logarithm) } ?? logarithm
    }
    if let bracket = product(brackets) { result = result.map { emit(.select, bracket, $0) } ?? bracket }
    guard let result else { return constant(Rational(isNegative ? -1 : 1)) }
    return isNegative ? emit(.negate, result) : result
  }

  private mutating func product(_ factors: [Slot]) -> Slot? {
    factors.reduce(nil) { times($0, $1) }
  }

  private mutating func times(_ a: Slot?, _ b: Slot?) -> Slot? {
    guard let a, let b else { return a ?? b }
    return emit(.multiply, a, b)
  }

  private mutating func quotient(_ above: Slot?, _ below: Slot?) -> Slot? {
    guard let below else { return above }
    return emit(.divide, above ?? constant(Rational(1)), below)
  }

  /// The bracket `1 - [x = a]` of which a factor is a power.
  private func bracket(_ factor: Expr) -> Expr? {
    let (base, exponent) = store.baseAndExponent(factor)
    guard store.complementaryBracket(base) != nil, let n = store.numberValue(exponent), n.signum > 0 else { return nil }
    return base
  }

  /// `b^n` for a factor `b^-n` with a negative number as exponent, else nil.
  private func reciprocalOfNegativePower(_ factor: Expr) -> Expr? {
    let (base, exponent) = store.baseAndExponent(factor)
    guard let value = store.numberValue(exponent), value.signum < 0, !store.isNumber(base) else { return nil }
    return store.power(base, store.number(-value))
  }

  /// Whether a factor, or the others of its product, may be 0 or undefined in a way that only the whole product settles.
  func mayVanishWithOthers(_ factor: Expr) -> Bool {
    bracket(factor) != nil || isLattice && isLogarithmicFactor(factor)
  }

  /// Whether a factor is a logarithm, a sum with one in a term and none divided by a variable, or a positive power of
  /// these: `x^b*(1 + b*log(x))` is 0 at x = 0 like `x^b*log(x)`.
  private func isLogarithmicFactor(_ factor: Expr) -> Bool {
    let (base, exponent) = store.baseAndExponent(factor)
    guard let value = store.numberValue(exponent), value.signum > 0 else { return false }
    if store.logarithmArgument(base) != nil { return true }
    guard store.op(base) == .sum else { return false }
    let terms = store.operands(base).map { store.factors($0) }
    return terms.contains { $0.contains(where: isLogarithmicFactor) }
      && terms.allSatisfy { $0.allSatisfy { reciprocalOfNegativePower($0).map(isDivisorApartFromVariables) ?? true } }
  }

  /// Whether a divisor is not 0 where a variable is: a power of a sum, or one of parameters alone.
  private func isDivisorApartFromVariables(_ e: Expr) -> Bool {
    store.op(store.baseAndExponent(e).0) == .sum || !isVariable(e)
  }
}
