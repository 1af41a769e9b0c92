import Expressions
import Syntax
import Testing

/// Points of non-differentiability, read off the function table and solved for a variable.
struct KinksTests {
  @Test(arguments: [
    ("-abs(x - mu)/b - log(2*b)", ["mu"]), ("abs(2*x + 3) + abs(x)", ["-3/2", "0"]),
    ("abs(x - a) + 2*abs(x - a)^3", ["a"]),
    ("abs(mu)*x", []), ("abs(x^2 - 1)", []), ("log(x) + x^2", []), ("exp(-abs((x - a)/s))", ["a"]),
  ])
  func kinks(_ text: String, _ expected: [String]) throws {
    let store = ExpressionStore()
    let found = store.kinks(of: try store.parse(text), in: store.symbol("x"))
    #expect(Set(found) == Set(try expected.map { try store.parse($0) }))
    #expect(found.count == expected.count)
  }

  @Test(arguments: [
    ("abs(log(x) - c)", ["exp(c)"]), ("abs(log(x/(1 - x)) - log(3))", ["3/4"]), ("abs(log(x) - log(1 - x))/s", ["1/2"]),
    ("abs(2*log(x) - 2*log(2 - x))", ["1"]), ("abs((x - 1)/(x + 1) - 1/2)", ["3"]),
    ("((x - 1)^2)^(-1/4)", ["1"]), ("log((x - a)^2)", ["a"]), ("(x - 1)^2 + abs(x)", ["0"]), ("abs(x + 1)", ["-1"]),
    ("abs(log(x) + x)", []), ("abs(log(x) - 2*log(1 - x))", []),
  ])
  func cutsAreFoundByUndoingOperations(_ text: String, _ expected: [String]) throws {
    let store = ExpressionStore()
    let found = store.cuts(of: try store.parse(text), in: store.symbol("x"))
    #expect(found == (try expected.map { try store.parse($0) }))
  }

  @Test func affinePartsAreMultipliedOut() throws {
    let store = ExpressionStore()
    let parts = try #require(
      store.affineParts(of: try store.parse("2*(x - a)*b + (x + 1)/c - x"), in: store.symbol("x")))
    #expect(parts.slope == (try store.parse("2*b + 1/c - 1")))
    #expect(parts.offset == (try store.parse("1/c - 2*a*b")))
    #expect(store.affineParts(of: try store.parse("x*log(x)"), in: store.symbol("x")) == nil)
    #expect(store.affineParts(of: try store.parse("(x + 1)*2 - 2*x"), in: store.symbol("x")) == nil)
  }
}
