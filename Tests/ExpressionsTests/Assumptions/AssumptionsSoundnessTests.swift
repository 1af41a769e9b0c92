import Expressions
import Multiprecision
import TestSupport
import Testing

/// Claims about random expressions, held against their values at admissible points.
struct AssumptionsSoundnessTests {
  static let seeds: [UInt64] = [1, 2, 3, 4]

  @Test(arguments: seeds)
  func claimsHoldAtSamplePoints(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    var decided = 0
    for _ in 0..<40 {
      let store = ExpressionStore()
      let symbols = ["x", "y", "theta"].map { store.symbol($0) }
      var assumptions = Assumptions(store)
      assumptions.assume(conditions(store, symbols, &generator))
      guard !assumptions.isContradictory else { continue }
      let e = generator.expression(in: store, depth: 4)
      let points = SamplePoints(of: symbols, assumptions: assumptions).points(upTo: 5)
      for relation in Relation.allCases {
        let claim = assumptions.holds(.relation(e, relation, store.zero))
        if claim == .unknown { continue }
        decided += 1
        for point in points {
          let values = zip(symbols, point).map { ($0, store.number($1)) }
          let value = store.substitute(e, values)
          let truth = Assumptions(store).holds(.relation(value, relation, store.zero))
          #expect(truth == .unknown || truth == claim, "seed \(seed)")
        }
      }
    }
    #expect(decided > 20, "seed \(seed)")
  }

  private func conditions(
    _ store: ExpressionStore, _ symbols: [Expr], _ generator: inout SplitMix
  ) -> [Condition] {
    let relations: [Relation] = [.greater, .less, .greaterOrEqual, .lessOrEqual, .notEqual]
    var result: [Condition] = []
    for symbol in symbols where Bool.random(using: &generator) {
      let bound = store.integer(Int.random(in: -1...1, using: &generator))
      result.append(.relation(symbol, relations.randomElement(using: &generator) ?? .greater, bound))
    }
    if Bool.random(using: &generator) {
      let sum = store.sum([
        symbols[0], store.product([store.integer(Int.random(in: -2...2, using: &generator)), symbols[1]]),
      ])
      result.append(.relation(sum, relations[Int.random(in: 0..<4, using: &generator)], store.one))
    }
    if Bool.random(using: &generator) {
      result.append(.relation(store.product([symbols[1], symbols[2]]), .greater, store.square(symbols[0])))
    }
    return result
  }
}
