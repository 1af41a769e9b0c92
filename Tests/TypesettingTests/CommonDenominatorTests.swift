import Expressions
import Syntax
import Testing

@testable import Typesetting

/// A denominator that all entries of a matrix have stands before it, also where some have its negative.
@Suite struct CommonDenominatorTests {
  static let matrices: [(entries: [[String]], denominator: String, numerators: [[String]])] = [
    (
      [["a/(a*b - 1)", "c/(a*b - 1)"], ["c/(a*b - 1)", "b/(a*b - 1)"]], "a*b - 1", [["a", "c"], ["c", "b"]]
    ),
    (
      [["a/(a*b - 1)", "c/(1 - a*b)"], ["c/(1 - a*b)", "0"]], "a*b - 1", [["a", "-c"], ["-c", "0"]]
    ),
    (
      [["a/(2*b*(1 + x)^2)", "1/(1 + x)^2"], ["1/(1 + x)^2", "-x/(1 + x)^2"]], "(1 + x)^2",
      [["a/(2*b)", "1"], ["1", "-x"]]
    ),
  ]

  @Test(arguments: matrices)
  func itIsTakenOut(entries: [[String]], denominator: String, numerators: [[String]]) throws {
    let store = ExpressionStore()
    let rows = try entries.map { try $0.map { try store.parse($0) } }
    let found = try #require(CommonDenominator(rows, in: store))
    #expect(found.denominator == (try store.parse(denominator)))
    #expect(found.entries == (try numerators.map { try $0.map { try store.parse($0) } }))
  }

  static let others = [
    [["1/(a + b)", "0"], ["0", "1/(a + b)"]], [["1/(a + b)", "1/(a + b)"], ["1/(a + b)", "x"]],
    [["1/a", "1/a"], ["1/a", "1/a"]], [["1/(a + b)", "1/(a - b)"], ["1/(a - b)", "1/(a + b)"]],
  ]

  @Test(arguments: others)
  func whatIsNotCommonStays(entries: [[String]]) throws {
    let store = ExpressionStore()
    #expect(CommonDenominator(try entries.map { try $0.map { try store.parse($0) } }, in: store) == nil)
  }
}
