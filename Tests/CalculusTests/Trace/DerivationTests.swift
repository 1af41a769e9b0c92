import Calculus
import Expressions
import Syntax
import Testing

@Suite("Derivations")
struct DerivationTests {
  private struct Indifferent: EqualityOracle {
    func verdicts(on pairs: [(Expr, Expr)]) -> [EqualityVerdict] { pairs.map { _ in .agrees } }
  }

  private struct Suspicious: EqualityOracle {
    func verdicts(on pairs: [(Expr, Expr)]) -> [EqualityVerdict] {
      pairs.map { _ in .differs("the sides differ") }
    }
  }

  private func oneStep(_ store: ExpressionStore, rewrite: @escaping (Expr) -> Rewriting?) -> Derivation {
    var derivation = Derivation(.normalizer, from: store.sum([store.symbol("a"), store.symbol("b")]))
    derivation.apply(Rule(id: "test", sentence: "by test", rewrite: rewrite), in: store)
    return derivation
  }

  @Test("a rule computes what comes after; a rule that does not apply leaves no step")
  func rulesMakeSteps() throws {
    let store = ExpressionStore()
    let made = oneStep(store) { Rewriting(store.product([store.two, $0])) }
    #expect(made.steps.count == 1)
    #expect(made.result == store.product([store.two, made.subject]))
    #expect(oneStep(store) { _ in nil }.steps.isEmpty)
    #expect(oneStep(store) { Rewriting($0) }.steps.isEmpty)
  }

  @Test("a rule applies inside an expression at a path")
  func pathsReachInside() {
    let store = ExpressionStore()
    let (a, b) = (store.symbol("a"), store.symbol("b"))
    var derivation = Derivation(.normalizer, from: store.exp(store.product([a, b])))
    derivation.apply(Rule(id: "test", sentence: "") { _ in Rewriting(store.one) }, at: [0, 1], in: store)
    #expect(derivation.result == store.exp(a))
    let applied = derivation.apply(Rule(id: "test", sentence: "") { _ in Rewriting(b) }, at: [0, 7], in: store)
    #expect(!applied)
  }

  @Test("a step that does not replay is a defect")
  func replayIsDemanded() {
    let store = ExpressionStore()
    var calls = 0
    let changing = oneStep(store) { _ in
      calls += 1
      return Rewriting(store.integer(10 + calls))
    }
    #expect(throws: TraceDefect.self) { try Derivation.checked([changing], in: store, by: Indifferent()) }
  }

  @Test("a step that the oracle rejects is a defect")
  func oracleIsHeard() throws {
    let store = ExpressionStore()
    let wrong = oneStep(store) { Rewriting(store.product([store.two, $0])) }
    #expect(throws: TraceDefect.self) { try Derivation.checked([wrong], in: store, by: Suspicious()) }
    #expect(try Derivation.checked([wrong], in: store, by: Indifferent()).count == 1)
  }
}
