import Calculus
import Expressions
import Syntax
import Testing

/// Limits at poles that cancel, against values known by hand.
@Suite("Limits by Laurent series")
struct LimitTests {
  /// An expression in h (and others), where h tends to, and the limit; nil where there is no finite one.
  static let cases: [(e: String, place: String, limit: String?)] = [
    ("h*gamma(h)", "0", "1"),
    ("h*gamma(h - 2)", "0", "1/2"),
    ("gamma(h) - 1/h", "0", "-euler_gamma"),
    ("digamma(h) + 1/h", "0", "-euler_gamma"),
    ("trigamma(h) - 1/h^2", "0", "pi^2/6"),
    ("h^2*gamma(h)^2*exp(2*h)", "0", "1"),
    ("(exp(h) - 1 - h)/h^2", "0", "1/2"),
    ("(a^h - 1)/h", "0", "log(a)"),
    ("(sqrt(1 + h) - 1)/h", "0", "1/2"),
    ("(log(h) - log(2))/(h - 2)", "2", "1/2"),
    ("(digamma(h + 1) + euler_gamma - 1)/(1 - h)", "1", "1 - pi^2/6"),
    ("(h*((digamma(h) + euler_gamma - 1)^2 - trigamma(h) + pi^2/6) - 2)/(h - 2)", "2", "1 - 2*polygamma(2, 2)"),
    ("gamma(s)*gamma(h)/gamma(s + h)*(digamma(s) - digamma(s + h))", "0", "-trigamma(s)"),
    ("(h - a)/(h^2 - a^2)", "a", "1/(2*a)"),
    ("1/h", "0", nil),
    ("gamma(h - 1)", "0", nil),
    ("log(h)", "0", nil),
  ]

  @Test("are found where poles cancel, and nowhere else", arguments: cases)
  func limits(e: String, place: String, limit: String?) throws {
    let store = ExpressionStore()
    var assumptions = Assumptions(store)
    for symbol in ["a", "s"] { assumptions.assume(try store.parseCondition("\(symbol) > 0")) }
    let simplifier = Simplifier(assumptions)
    let found = simplifier.limit(of: try store.parse(e), as: store.symbol("h"), to: try store.parse(place))
    guard let limit else {
      #expect(found == nil)
      return
    }
    let value = try #require(found)
    let difference = store.difference(value, try store.parse(limit))
    #expect(simplifier.isZero(difference), "\(PlainPrinter(store).print(value))")
  }
}
