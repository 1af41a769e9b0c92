import Expressions
import Multiprecision
import Syntax
import Testing

/// What is printed parses back to the same handle, for expressions built at random.
struct RoundTripTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func randomExpressions(seed: UInt64) throws {
    let store = ExpressionStore()
    let printer = PlainPrinter(store)
    var builder = RandomExpressions(store: store, seed: seed)
    for _ in 0..<400 {
      let e = builder.expression(depth: 5)
      let text = printer.print(e)
      let back = try store.parse(text)
      #expect(back == e, "seed \(seed): \(text) is read as \(printer.print(back))")
      #expect(printer.print(back) == text, "seed \(seed)")
    }
  }

  @Test(arguments: [11, 12] as [UInt64])
  func independentOfTheOrderOfConstruction(seed: UInt64) throws {
    let store = ExpressionStore()
    var builder = RandomExpressions(store: store, seed: seed)
    for _ in 0..<200 {
      let e = builder.expression(depth: 4)
      let text = PlainPrinter(store).print(e)
      let other = ExpressionStore()
      // A store in which the symbols were made in another order prints the same text.
      for name in ["z", "y", "x", "mu", "b", "a"] { _ = other.symbol(name) }
      #expect(PlainPrinter(other).print(try other.parse(text)) == text, "seed \(seed)")
    }
  }
}

/// Expressions over a few symbols, with every function of the table, from a printed seed.
struct RandomExpressions {
  private let store: ExpressionStore
  private var generator: SplitMix

  init(store: ExpressionStore, seed: UInt64) {
    self.store = store
    generator = SplitMix(state: seed)
  }

  mutating func expression(depth: Int) -> Expr {
    if depth == 0 { return leaf() }
    switch generator.below(8) {
    case 0: return leaf()
    case 1, 2: return store.sum((0..<(2 + generator.below(3))).map { _ in expression(depth: depth - 1) })
    case 3, 4: return store.product((0..<(2 + generator.below(2))).map { _ in expression(depth: depth - 1) })
    case 5: return power(depth)
    case 6: return store.quotient(expression(depth: depth - 1), nonzero(depth))
    default: return call(depth)
    }
  }

  private mutating func power(_ depth: Int) -> Expr {
    let base = nonzero(depth)
    switch generator.below(5) {
    case 0: return store.squareRoot(base)
    case 1: return store.power(base, expression(depth: depth - 1))
    case 2: return store.power(base, store.number(Rational(generator.below(9) - 4, 1 + generator.below(3))))
    case 3: return store.power(store.zero, store.symbol("x"))
    default: return store.power(base, store.integer(generator.below(7) - 3))
    }
  }

  /// An expression that does not vanish, for denominators and bases.
  private mutating func nonzero(_ depth: Int) -> Expr {
    let e = expression(depth: depth - 1)
    return e == store.zero ? store.symbol("a") : e
  }

  private mutating func call(_ depth: Int) -> Expr {
    // Sums and products bind an index, which arguments at random would not be.
    let binders = ["sum", "prod"]
    let definitions = store.functions.definitions.filter { !$0.isVariadic && !binders.contains($0.name) }
    let definition = definitions[generator.below(definitions.count)]
    return store.call(definition.name, definition.parameters.map { _ in nonzero(depth) })
  }

  private mutating func leaf() -> Expr {
    let names = ["a", "b", "mu", "x", "y", "z", "beta", "mu[1]", "x_2"]
    if generator.below(3) == 0 {
      return store.number(Rational(generator.below(13) - 6, 1 + generator.below(4)))
    }
    return store.symbol(names[generator.below(names.count)])
  }
}

/// The splitmix64 generator (Steele, Lea and Flood 2014): the same numbers from the same seed on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
