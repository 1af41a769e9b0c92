import Calculus
import Expressions
import Syntax
import Testing

@Suite("Simplification under assumptions")
struct SimplifierTests {
  /// A store with positive a, b, s, x > 0, a unit-interval p, a negative m and an unrestricted t.
  private func simplifier() throws -> Simplifier {
    let store = ExpressionStore()
    var assumptions = Assumptions(store)
    for text in [
      "a > 0", "b > 0", "s > 0", "x > 0", "k > 0", "p > 0", "p < 1", "m < 0", "n in {1,2,...}", "z >= 0",
      "c in {0,1,2,...}",
    ] {
      assumptions.assume(try store.parseCondition(text))
    }
    return Simplifier(assumptions)
  }

  @Test(
    "logarithms and powers are taken apart where the signs are known",
    arguments: [
      ("log(a*b)", "log(a) + log(b)"), ("log(a/b^2)", "log(a) - 2*log(b)"), ("log(x^t)", "t*log(x)"),
      ("log(1/t)", "-log(t)"), ("log(t^2)", "log(t^2)"), ("log(m^2)", "2*log(-m)"), ("log(-m*a)", "log(-m) + log(a)"),
      ("log(-1/log(p))", "-log(-log(p))"), ("log(x/m^3/log(p))", "log(x) - 3*log(-m) - log(-log(p))"),
      ("(-x/log(p))^k", "x^k*(-log(p))^(-k)"), ("(x*m)^k", "x^k*m^k"),
      ("log(t*a)", "log(t) + log(a)"), ("log(12)", "2*log(2) + log(3)"), ("log(exp(t))", "t"),
      ("sqrt(x^2)", "x"), ("sqrt(m^2)", "-m"), ("sqrt(t^2)", "sqrt(t^2)"), ("(x/a)^k", "x^k*a^(-k)"),
      ("sqrt(z^2)", "z"), ("(z^3)^(-1/3)", "1/z"), ("sqrt(z^(-2))", "sqrt(z^(-2))"),
      ("exp(t + 2*log(x))", "exp(t)*x^2"), ("exp(lgamma(s))", "gamma(s)"), ("log(gamma(s))", "lgamma(s)"),
      ("exp(log(p) - log(1-p))", "p/(1-p)"), ("abs(x)", "x"), ("abs(m)", "-m"), ("abs(t)", "abs(t)"),
      ("log(1 - 1/(1 + exp(t)))", "t - log(1 + exp(t))"), ("log(1 - x/(1 + x))", "-log(1 + x)"),
      ("log(1 - p^2)", "log(1 - p) + log(1 + p)"),
      // A bracket with the index of a sum means nothing outside of it.
      ("log(sum(j in 0..n, [t > j]*a^j))", "log(sum(j in 0..n, [t > j]*a^j))"),
      ("log(t^(2*c))", "c*log(t^2)"), ("log(t^c)", "log(t^c)"),
      // Off the least integers of a symbol it is larger.
      ("(1 - 0^c)*log(c^(-t))", "-(1 - 0^c)*t*log(c)"),
      (
        "0^c*log(a) + 0^(c - 1)*log(b) + (1 - 0^c - 0^(c - 1))*log((c - 1)^t)",
        "0^c*log(a) + 0^(c - 1)*log(b) + (1 - 0^c - 0^(c - 1))*t*log(c - 1)"
      ),
      ("(1 - 0^(c - 1))*log(c^(-t))", "(1 - 0^(c - 1))*log(c^(-t))"),
      ("log(1 - (p/a)^2)", "log(1 - p^2/a^2)"), ("log(1 + (t/a)^2)", "log(1 + t^2/a^2)"),
    ])
  func expansion(input: String, expected: String) throws {
    let simplifier = try simplifier()
    let result = simplifier.expandedLogarithms(try simplifier.store.parse(input))
    let printer = PlainPrinter(simplifier.store)
    #expect(result == (try simplifier.store.parse(expected)), "\(printer.print(result))")
  }

  @Test(
    "equal expressions have the same normal form",
    arguments: [
      ("gamma(s+1)/gamma(s)", "s"), ("gamma(s+3)/gamma(s+1)", "(s+1)*(s+2)"),
      ("digamma(s+2) - digamma(s)", "1/s + 1/(s+1)"), ("trigamma(s+1) - trigamma(s)", "-1/s^2"),
      ("digamma(1)", "-euler_gamma"), ("digamma(3)", "3/2 - euler_gamma"), ("trigamma(1)", "pi^2/6"),
      ("trigamma(2)", "pi^2/6 - 1"), ("gamma(1/2)", "sqrt(pi)"), ("gamma(5/2)", "3*sqrt(pi)/4"),
      ("digamma(1/2)", "-euler_gamma - 2*log(2)"), ("lgamma(1)", "0"), ("lgamma(2)", "0"),
      ("exp(lgamma(s+1) - lgamma(s))", "s"), ("log(1 + p/(1-p))", "-log(1-p)"),
      ("a/(a+b) + b/(a+b)", "1"), ("(x^2-1)/(x-1) - x", "1"), ("sqrt(x)*sqrt(x)/x", "1"),
      ("beta(a,b)*gamma(a+b)/gamma(a)", "gamma(b)"), ("polygamma(1, s) - trigamma(s)", "0"),
    ])
  func normalForms(left: String, right: String) throws {
    let simplifier = try simplifier()
    let store = simplifier.store
    let difference = store.difference(try store.parse(left), try store.parse(right))
    let printer = PlainPrinter(store)
    #expect(simplifier.isZero(difference), "\(printer.print(simplifier.normal(difference)))")
  }

  @Test(
    "unequal expressions are not identified",
    arguments: [
      ("sqrt(t^2)", "t"), ("log(t^2)", "2*log(t)"), ("gamma(s+1)", "gamma(s)"), ("trigamma(s)", "trigamma(s+1)"),
    ])
  func distinctForms(left: String, right: String) throws {
    let simplifier = try simplifier()
    let store = simplifier.store
    #expect(!simplifier.isZero(store.difference(try store.parse(left), try store.parse(right))))
  }
}
