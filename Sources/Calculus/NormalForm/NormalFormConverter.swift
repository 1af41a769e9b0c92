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
  /// Taking a root of a new degree from a base that had one already changes the generators; then all is read again.
  func settledValues(_ list: [Expr]) -> [RationalFunction] {
    while true {
      isStale = false
      let result = list.map { value($0) }
      if !isStale { return result }
      places = []
      values = []
      roots = [:]
      variables = [:]
    }
  }

  /// The value of one expression.
  func settledValue(_ e: Expr) -> RationalFunction { settledValues([e])[0] }

  func value(_ e: Expr) -> RationalFunction {
    if e.index < places.count, places[e.index] != 0 { return values[Int(places[e.index]) - 1] }
    let result: RationalFunction
    do {
      result = try computed(e)
    } catch {
      result = field.element(variable(for: e))
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
    case .symbol: return field.element(variable(for: e))
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

  /// The variable that stands for an expression.
  func variable(for generator: Expr) -> Int32 {
    if let known = variables[generator] { return known }
    let made = field.makeVariable(relation(for: generator))
    generators.append(generator)
    variables[generator] = made
    return made
  }

  /// What the function table knows of a power of a call, e.g. sin(x)^2 = 1 - cos(x)^2.
  private func relation(for generator: Expr) -> RationalField.Relation? {
    formulas.relation(of: generator).map {
      RationalField.Relation(degree: $0.degree, value: value($0.value), isFunction: true)
    }
  }

  /// The power numerator/denominator of a root of `base`, whose value is given; `named` is the root of a degree.
  func root(
    of base: Expr, value: RationalFunction, _ exponent: Rational, named: (Rational) -> Expr
  ) throws(RationalFieldError) -> RationalFunction {
    guard let degree = exponent.denominator.asInt, let count = exponent.numerator.asInt, degree <= 64 else {
      throw .tooLarge
    }
    let old = rootDegrees[base] ?? 1
    var total = old
    if !old.isMultiple(of: degree) {
      guard let common = Integer.lcm(Integer(old), Integer(degree)).asInt, common <= 256 else { throw .tooLarge }
      total = common
      rootDegrees[base] = total
      if old != 1 { isStale = true }
    }
    let variable: Int32
    if let known = roots[base] {
      variable = known
    } else {
      variable = field.makeVariable(RationalField.Relation(degree: total, value: value))
      generators.append(named(Rational(1, total)))
      roots[base] = variable
    }
    return try field.power(field.element(variable), count * (total / degree))
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
