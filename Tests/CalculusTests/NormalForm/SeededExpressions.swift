import Expressions
import Multiprecision
import Numerics

/// Random expressions in a few positive symbols from a printed seed, and their values at a random point.
struct SeededExpressions {
  private var random: SeededPolynomials
  private let store: ExpressionStore
  private let symbols: [Expr]

  init(seed: UInt64, store: ExpressionStore) {
    random = SeededPolynomials(seed: seed)
    self.store = store
    symbols = ["a", "b", "x", "y"].map { store.symbol($0) }
  }

  /// A random expression without divisions by visible zeros.
  mutating func expression(depth: Int) -> Expr {
    if depth == 0 || random.integer(in: 0...5) == 0 {
      if random.integer(in: 0...2) > 0 { return symbols[random.integer(in: 0...3)] }
      return store.number(Rational(random.integer(in: 1...5), random.integer(in: 1...3)))
    }
    switch random.integer(in: 0...9) {
    case 0...2: return store.sum((0..<3).map { _ in expression(depth: depth - 1) })
    case 3...5: return store.product((0..<2).map { _ in expression(depth: depth - 1) })
    case 6: return store.difference(expression(depth: depth - 1), expression(depth: depth - 1))
    case 7:
      let base = store.sum([expression(depth: depth - 1), symbols[random.integer(in: 0...3)]])
      return base == store.zero ? store.one : store.power(base, store.integer(random.integer(in: -2...2)))
    case 8: return store.power(symbols[random.integer(in: 0...3)], expression(depth: min(depth - 1, 1)))
    default:
      let argument = expression(depth: min(depth - 1, 2))
      if random.integer(in: 0...1) == 0 { return store.exp(store.negated(argument)) }
      return store.power(store.sum([store.square(argument), store.one]), store.half)
    }
  }

  /// The values at one random point with positive coordinates, to 50 digits.
  mutating func values(of expressions: [Expr]) throws -> [Real] {
    var compiler = TapeCompiler(store, parameters: symbols, variables: [])
    var machine = Machine(try compiler.compile(expressions), precision: 300)
    machine.bind(parameters: symbols.map { _ in Rational(random.integer(in: 1...40), random.integer(in: 3...17)) })
    machine.run(variables: [Rational]())
    return expressions.indices.map { machine.output($0) }
  }
}

extension Real {
  /// Whether the value is a rounding error of numbers near 1.
  var isNegligible: Bool { isZero || exponent10 < -60 }
}
