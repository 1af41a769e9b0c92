import Calculus
import Diagnostics
import Expressions
import Multiprecision
import Syntax
import Testing

@testable import FisherInformation

/// Masses in machine doubles: right where they are given, and not given where doubles cannot tell.
struct RoughMassTests {
  /// Densities at points of their parameters; nil where the mass is not 1 and doubles need not find it.
  static let masses: [(text: String, at: [String], mass: Double?)] = [
    ("-x^2/2, x in R", [], 2.506_628_274_631), ("-x^2/2, x > 0", [], 1.253_314_137_315_5),
    ("-(x-m)^2/2 - log(2*pi)/2, x in R", ["-7"], 1), ("-x, x > 2", [], 0.135_335_283_236_6),
    ("log(b) - b*x, x > 0", ["1/50"], 1), ("-log(pi) - log(1+x^2), x in R", [], 1),
    ("(a-1)*log(x) + (b-1)*log(1-x) - lbeta(a,b), x in (0,1)", ["3/2", "7/2"], 1),
    ("-log(w), x in (m, m + w)", ["3", "-5"], 1), ("x*log(l) - l - lfactorial(x), x in {0,1,2,...}", ["29/2"], 1),
    ("log(binomial(n,x)) - n*log(2), x in {0..n}", ["9"], 1), ("x*log(q), x in {0,1,2,...}", ["9/10"], nil),
    ("0*x, x in R", [], nil), ("x, x > 0", [], nil), ("-abs(x), x in R", [], nil),
    ("-2*log(x), x in {1,2,...}", [], nil),
    ("-(x-m)^2*10^6, x > 0", ["100"], nil),
  ]

  @Test(arguments: masses)
  func mass(_ test: (text: String, at: [String], mass: Double?)) throws {
    let store = ExpressionStore()
    let parsed = try ModelParser(store: store).parse(SourceText(text: "log p = " + test.text))
    let formulas = FunctionFormulas(store)
    let builder = ReadingBuilder(store: store, parsed: parsed, further: [], formulas: formulas)
    let reading = try builder.reading(observed: [store.symbol("x")], support: nil)
    let point = test.at.compactMap { Rational($0) }
    let found = RoughMass(store: store, reading: reading, formulas: formulas).mass(at: point)
    guard let mass = test.mass else {
      #expect(found?.isOne != true)
      return
    }
    let value = try #require(found)
    #expect(abs(value.mass - mass) < 1e-5 * mass)
    #expect(value.isNotOne == (mass != 1))
  }
}
