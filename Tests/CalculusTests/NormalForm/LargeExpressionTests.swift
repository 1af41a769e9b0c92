import Calculus
import Expressions
import Syntax
import Testing

@Suite("Large expressions")
struct LargeExpressionTests {
  private let store = ExpressionStore()

  private func sum(_ count: Int, _ term: (Int) -> String) -> String {
    (0..<count).map(term).joined(separator: " + ")
  }

  @Test("long sums of fractions come to one fraction")
  func telescopes() throws {
    let rational = RationalNormalForm(store)
    let telescope = try store.parse(sum(60) { "1/((a + \($0))*(a + \($0 + 1)))" })
    #expect(rational.normalForm(telescope) == (try store.parse("60/(a*(a + 60))")))
    let harmonic = sum(40) { "1/(a + b + \($0))" }
    let shifted = sum(40) { "1/(a + b + \($0 + 1))" }
    let difference = try store.parse("\(harmonic) - (\(shifted)) - 1/(a + b) + 1/(a + b + 40)")
    #expect(rational.isZero(difference))
  }

  @Test("what would be too long is kept whole, and its value with it")
  func tooLong() throws {
    let rational = RationalNormalForm(store)
    let power = try store.parse("(x + y + z + 1)^100")
    #expect(rational.normalForm(power) == power)
    #expect(rational.normalForm(try store.parse("(1 + z + y + x)^99*(x + y + z + 1)/(x + y + z + 1)^100")) == store.one)
    #expect(rational.isZero(try store.parse("1/(x + y + z + 1)^100*(x + y + z + 1)^100 - 1")))
    #expect(rational.isZero(try store.parse("(x^9000 + x^8999)/x^8999 - x - 1")))
    #expect(!rational.isZero(try store.parse("(x^9000 + y)^9*(x^9000 + z)^9 - x - 1")))
  }

  @Test("the textbook form of a very long numerator is the form in which it came")
  func longNumerators() throws {
    let simplifier = Simplifier(Assumptions(store))
    let harmonic = try store.parse(sum(30) { "1/(a + b + \($0))" })
    #expect(simplifier.textbookForm(harmonic) == harmonic)
  }

  @Test("sums of unlike roots do not set off a search")
  func unlikeRoots() throws {
    let simplifier = Simplifier(Assumptions(store))
    let e = try store.parse("a^(2*a/3) + sin(b^b) + 1/(2/3 - b)^(3/2)")
    #expect(simplifier.isZero(store.difference(simplifier.textbookForm(e), e)))
  }
}
