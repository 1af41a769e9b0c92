internal import Expressions
internal import Multiprecision

/// Translates expressions of one store into quotients over generators and back, remembering every node.
///
/// Generators are symbols, calls with normalised arguments, powers with symbolic exponents, exponentials of single terms
/// and roots; only roots and functions with a relation of their own are not independent. Whatever is too large to multiply out becomes a generator as a whole, which
/// can hide a zero but never invent one.
final class NormalFormConverter {
  let store: ExpressionStore
  let field = RationalField()
  private var places: [Int32] = []
  private var values: [RationalFunction] = []
  private var variables: [Expr: Int32] = [:]
  private var infinite: [Expr: Bool] = [:]
  /// What each variable stands for.
  private(set) var generators: [Expr] = []
  /// The degree of the root taken of each base so far.
  private var rootDegrees: [Expr: Int] = [:]
  private var roots: [Expr: Int32] = [:]
  /// The variables that are roots of generators, with their degrees.
  private(set) var rootVariables: [Int32: Int] = [:]
  private var isStale = false
  /// Calls of functions with tails, in the direction in which they were met first.
  private var keptCalls: Set<Expr> = []
  /// Polynomials as expressions with either sign.
  var knownForms: [Polynomial: SignedForms] = [:]

  let formulas: FunctionFormulas

  init(_ store: ExpressionStore, formulas: FunctionFormulas) {
    self.store = store
    self.formulas = formulas
  }

  /// The values of expressions as quotients over the same generators.
  ///
  /// Taking a root of a new degree, or a first one of a generator, changes the generators; then all is read again. What was read
  /// in between is right as it stands, but the old and the new generator are not known to be tied.
  func settledValues(_ list: [Expr]) -> [RationalFunction] {
    while true {
      if isStale { forget() }
      let result = list.map { value($0) }
      if !isStale { return result }
    }
  }

  private func forget() {
    isStale = false
    places = []
    values = []
    roots = [:]
    variables = [:]
  }

  /// The value of one expression.
  func settledValue(_ e: Expr) -> RationalFunction { settledValues([e])[0] }

  func value(_ e: Expr) -> RationalFunction {
    if e.index < places.count, places[e.index] != 0 { return values[Int(places[e.index]) - 1] }
    let result: RationalFunction
    do {
      result = try computed(e)
    } catch {
      result = element(for: e)
    }
    remember(result, for: e)
    return result
  }

  /// Notes the value of an expression, so that a normal form need not be read again.
  func remember(_ value: RationalFunction, for e: Expr) {
    if e.index >= places.count {
      places.append(contentsOf: repeatElement(0, count: max(store.count, e.index + 1) - places.count))
    }
    values.append(value)
    places[e.index] = Int32(values.count)
  }

  private func computed(_ e: Expr) throws(RationalFieldError) -> RationalFunction {
    switch store.op(e) {
    case .number: return RationalFunction(scale: store.numberValue(e) ?? Rational(0))
    case .symbol: return element(for: e)
    case .sum: return try field.sum(store.operands(e).map { value($0) })
    case .product:
      var result = RationalFunction.one
      for factor in store.operands(e) { result = try field.product(result, value(factor)) }
      return result
    case .power: return try power(store.operand(e, at: 0), store.operand(e, at: 1))
    case .call: return try call(e)
    }
  }

  func isKept(_ call: Expr) -> Bool { keptCalls.contains(call) }

  func keep(_ call: Expr) { keptCalls.insert(call) }

  /// The variable that stands for a generator or for the root of it that has been taken.
  struct GeneratingVariable {
    let variable: Int32
    /// Which power of the variable the generator is.
    let degree: Int
  }

  /// The variable that a generator is a power of.
  func generatingVariable(for generator: Expr) -> GeneratingVariable {
    if let root = roots[generator], field.relation(of: root) == nil {
      return GeneratingVariable(variable: root, degree: rootDegrees[generator] ?? 1)
    }
    if let known = variables[generator] { return GeneratingVariable(variable: known, degree: 1) }
    let relation = relation(for: generator)
    if relation == nil, let degree = rootDegrees[generator] {
      let root = makeRoot(of: generator, degree)
      roots[generator] = root
      return GeneratingVariable(variable: root, degree: degree)
    }
    let made = makeVariable(relation, for: generator)
    variables[generator] = made
    return GeneratingVariable(variable: made, degree: 1)
  }

  /// A generator as a quotient.
  func element(for generator: Expr) -> RationalFunction {
    let found = generatingVariable(for: generator)
    return RationalFunction(scale: Rational(1), monomial: [(found.variable, found.degree)])
  }

  /// A root as it is written: exp(a/2) of exp(a), b^(k/2) of b^k.
  private func rootExpression(of e: Expr, _ degree: Int) -> Expr {
    let inverse = store.number(Rational(1, degree))
    if let argument = store.exponentialArgument(e) { return store.exp(store.product([inverse, argument])) }
    let (base, exponent) = store.baseAndExponent(e)
    return store.isNumber(exponent) ? store.power(e, inverse) : store.power(base, store.product([inverse, exponent]))
  }

  private func makeRoot(of generator: Expr, _ degree: Int) -> Int32 {
    let made = makeVariable(for: rootExpression(of: generator, degree))
    rootVariables[made] = degree
    return made
  }

  private func makeVariable(_ relation: RationalField.Relation? = nil, for generator: Expr) -> Int32 {
    generators.append(generator)
    return field.makeVariable(relation)
  }

  /// What the function table knows of a power of a call, e.g. sin(x)^2 = 1 - cos(x)^2.
  private func relation(for generator: Expr) -> RationalField.Relation? {
    formulas.relation(of: generator).map {
      RationalField.Relation(degree: $0.degree, value: value($0.value), isFunction: true)
    }
  }

  /// The power numerator/denominator of a root of `base`, whose value is given.
  ///
  /// A generator without a relation becomes a power of its root, which is as free as it was: nothing has to be brought out of
  /// denominators, and `1/(k + sqrt(u))` has no pole at `u = k^2`. The root of anything else gets a relation.
  func root(
    of base: Expr, value: RationalFunction, _ exponent: Rational
  ) throws(RationalFieldError) -> RationalFunction {
    guard let degree = exponent.denominator.asInt, let count = exponent.numerator.asInt, degree <= 64 else {
      throw .tooLarge
    }
    let old = rootDegrees[base] ?? 1
    let isFree = isFreeGenerator(base, value)
    var total = old
    if !old.isMultiple(of: degree) {
      guard let common = Integer.lcm(Integer(old), Integer(degree)).asInt, common <= 256 else { throw .tooLarge }
      total = common
      rootDegrees[base] = total
      roots[base] = nil
      if old != 1 || isFree { isStale = true }
    }
    let variable: Int32
    if let known = roots[base] {
      variable = known
    } else {
      variable =
        isFree
        ? makeRoot(of: base, total)
        : makeVariable(RationalField.Relation(degree: total, value: value), for: rootExpression(of: base, total))
      roots[base] = variable
    }
    return try field.power(field.element(variable), count * (total / degree))
  }

  /// Whether a value is that of a generator on which no relation is.
  private func isFreeGenerator(_ base: Expr, _ value: RationalFunction) -> Bool {
    guard value.scale.isOne, value.numerator.isOne, value.denominator.isEmpty, value.monomial.count == 1 else {
      return false
    }
    let (variable, exponent) = value.monomial[0]
    guard field.relation(of: variable) == nil else { return false }
    return roots[base] == variable ? exponent == rootDegrees[base] : exponent == 1 && variables[base] == variable
  }

  /// Whether the infinite constant occurs, with which no arithmetic is done.
  func containsInfinity(_ e: Expr) -> Bool {
    if e == store.infinity { return true }
    if let known = infinite[e] { return known }
    var result = false
    for i in 0..<store.operandCount(e) where containsInfinity(store.operand(e, at: i)) {
      result = true
      break
    }
    infinite[e] = result
    return result
  }
}
