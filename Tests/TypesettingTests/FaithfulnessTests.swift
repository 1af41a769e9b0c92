import Expressions
import Multiprecision
import Syntax
import Testing

@testable import Typesetting

/// What is laid out is read back as the expression that it came from: no parenthesis is missing, no sign misplaced.
@Suite struct FaithfulnessTests {
  /// Expressions made from a seed, out of everything that a report can hold.
  struct Generator {
    let store: ExpressionStore
    var random: SeededGenerator

    mutating func expression(depth: Int) -> Expr {
      if depth == 0 { return leaf() }
      switch Int.random(in: 0..<12, using: &random) {
      case 0...2:
        return store.sum((0..<Int.random(in: 2...4, using: &random)).map { _ in expression(depth: depth - 1) })
      case 3...5:
        return store.product((0..<Int.random(in: 2...3, using: &random)).map { _ in expression(depth: depth - 1) })
      case 6: return store.negated(expression(depth: depth - 1))
      case 7: return store.quotient(expression(depth: depth - 1), expression(depth: depth - 1))
      case 8: return store.power(expression(depth: depth - 1), exponent(depth: depth - 1))
      case 9: return store.exp(expression(depth: depth - 1))
      default: return call(depth: depth - 1)
      }
    }

    private mutating func exponent(depth: Int) -> Expr {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: store.integer(Int.random(in: -3...4, using: &random))
      case 1: store.number(Rational([1, -1, 3, -3][Int.random(in: 0..<4, using: &random)], 2))
      default: expression(depth: depth)
      }
    }

    private mutating func leaf() -> Expr {
      switch Int.random(in: 0..<5, using: &random) {
      case 0: store.integer(Int.random(in: -3...12, using: &random))
      case 1: store.number(Rational(Int.random(in: -7...7, using: &random), Int.random(in: 2...5, using: &random)))
      default: store.symbol(["x", "theta", "mu", "rate", "b0", "k"][Int.random(in: 0..<6, using: &random)])
      }
    }

    private mutating func call(depth: Int) -> Expr {
      let definitions = store.functions.definitions.filter { definition in
        !definition.isVariadic && definition.notation.style != .derivative && definition.name != "inf"
      }
      let definition = definitions[Int.random(in: 0..<definitions.count, using: &random)]
      return store.call(definition.name, (0..<definition.arity).map { _ in expression(depth: depth) })
    }
  }

  struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// Whether 0 is raised to a power, which has no value to keep: the store may fold `2*0^(-1)` as it likes.
  private func dividesByZero(_ e: Expr, in store: ExpressionStore) -> Bool {
    store.op(e) == .power && store.operand(e, at: 0) == store.zero
      || store.operands(e).contains { dividesByZero($0, in: store) }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func everyExpressionIsReadBack(seed: UInt64) throws {
    let store = ExpressionStore()
    var generator = Generator(store: store, random: SeededGenerator(state: seed))
    let printer = PlainPrinter(store)
    for _ in 0..<50 {
      let e = generator.expression(depth: Int.random(in: 1...4, using: &generator.random))
      if dividesByZero(e, in: store) { continue }
      for layout in [BoxBuilder.Layout.inline, .stacked] {
        let box = BoxBuilder(store, layout: layout).box(e)
        let text = UnicodeBackend().line(box)
        #expect(throws: Never.self, "seed \(seed): \(printer.print(e)) as \(text)") {
          let read = try BoxReader.read(box, in: store)
          #expect(read == e, "seed \(seed): \(printer.print(e)) as \(text) is read as \(printer.print(read))")
        }
      }
    }
  }
}
