import Calculus
import Expressions
import Multiprecision
import Numerics
import Syntax
import Testing

@Suite("Normal forms of random expressions")
struct RandomExpressionTests {
  static let seeds: [UInt64] = Array(101...140)

  @Test("normal, factored and expanded forms have the same value", arguments: seeds)
  func valuesArePreserved(seed: UInt64) throws {
    let store = ExpressionStore()
    let rational = RationalNormalForm(store)
    var random = SeededExpressions(seed: seed, store: store)
    for _ in 0..<6 {
      let e = random.expression(depth: 4)
      let forms = [e, rational.normalForm(e), rational.factored(e), rational.expanded(e)]
      let values = try random.values(of: forms)
      guard values[0].isFinite else { continue }
      for (form, value) in zip(forms, values).dropFirst() {
        // A removable singularity may be gone from one form and not from another.
        guard value.isFinite, !values[0].isZero else { continue }
        let digits = value.relativeDigits(agreeingWith: values[0])
        let printer = PlainPrinter(store)
        #expect(
          digits > 30 || (value - values[0]).isNegligible,
          "seed \(seed): \(printer.print(e)) became \(printer.print(form))")
      }
    }
  }

  @Test("the normal form is idempotent, and does not see detours", arguments: seeds)
  func detours(seed: UInt64) {
    let store = ExpressionStore()
    let rational = RationalNormalForm(store)
    var random = SeededExpressions(seed: seed, store: store)
    let printer = PlainPrinter(store)
    for _ in 0..<6 {
      let a = random.expression(depth: 3)
      let b = random.expression(depth: 3)
      let form = rational.normalForm(a)
      #expect(rational.normalForm(form) == form, "seed \(seed): \(printer.print(a))")
      let detour = store.sum([store.product([a, store.sum([b, store.one])]), store.negated(store.product([a, b]))])
      #expect(rational.normalForm(detour) == form, "seed \(seed): \(printer.print(a)), \(printer.print(b))")
      #expect(rational.isZero(store.difference(rational.expanded(a), rational.factored(a))), "seed \(seed)")
    }
  }

  @Test("forms do not depend on what was normalised before", arguments: seeds.prefix(10))
  func historyIsForgotten(seed: UInt64) {
    let store = ExpressionStore()
    let used = RationalNormalForm(store)
    var random = SeededExpressions(seed: seed, store: store)
    let list = (0..<6).map { _ in random.expression(depth: 3) }
    for e in list { _ = used.normalForm(e) }
    for e in list.reversed() {
      let fresh = RationalNormalForm(store)
      #expect(fresh.normalForm(e) == used.normalForm(e), "seed \(seed): \(PlainPrinter(store).print(e))")
      #expect(fresh.expanded(e) == used.expanded(e), "seed \(seed): \(PlainPrinter(store).print(e))")
    }
  }
}
