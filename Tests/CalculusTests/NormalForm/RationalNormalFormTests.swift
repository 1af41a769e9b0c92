import Calculus
import Expressions
import Multiprecision
import Syntax
import Testing

@Suite("Rational normal form")
struct RationalNormalFormTests {
  @Test(
    "identities of the field vanish",
    arguments: [
      "1/(x^2-1) - 1/(2*(x-1)) + 1/(2*(x+1))", "(a+b)^3 - a^3 - 3*a^2*b - 3*a*b^2 - b^3", "(x^2-1)/(x-1) - x - 1",
      "x^(k+2)/x^k - x^2", "x^(-k)*x^k - 1", "4^k - 2^(2*k)", "2^(k+1) - 2*2^k", "(2*x)^k - 2^k*x^k",
      "exp(a+b) - exp(a)*exp(b)", "exp(2*a) - exp(a)^2", "exp((a+b)^2) - exp(a^2)*exp(2*a*b)*exp(b^2)",
      "exp(k*log(x)) - x^k", "exp(x/(a+b) + y/c)*exp(-x/(b+a)) - exp(y/c)", "log(exp(x)*y) - x - log(y)",
      "sqrt(1+x)^2 - 1 - x", "1/(sqrt(1+x^2) - x) - x - sqrt(1+x^2)", "(x-1)/(sqrt(x)-1) - sqrt(x) - 1",
      "1/(1+sqrt(2)) - sqrt(2) + 1", "x^(1/3)*x^(1/6) - sqrt(x)", "1/(x^(1/4) - 1)*(sqrt(x) - 1) - x^(1/4) - 1",
      "sqrt(8) - 2*sqrt(2)", "log(12) - 2*log(2) - log(3)", "log(3*x) - log(x/5) - log(15)",
      "sin(x)^2 + cos(x)^2 - 1", "cos(x-y) - cos(y-x)", "sin(x-y) + sin(y-x)", "abs(x)^2 - x^2",
      "1/(1+sin(x)) - (1-sin(x))/cos(x)^2", "lgamma((a^2-b^2)/(a-b)) - lgamma(a+b)",
      "1/(1+exp(x/2)) - (exp(x/2)-1)/(exp(x)-1)", "digamma(2*a - a) - digamma(a)",
      "1/((1+x)^200) - (1+x)^(-199)/(x+1)", "sqrt((x-y)^2) - sqrt(x^2 - 2*x*y + y^2)",
    ])
  func identitiesVanish(text: String) throws {
    let store = ExpressionStore()
    let rational = RationalNormalForm(store)
    let e = try store.parse(text)
    #expect(rational.isZero(e), "\(PlainPrinter(store).print(rational.normalForm(e)))")
    #expect(rational.normalForm(e) == store.zero)
  }

  @Test(
    "what depends on signs, and what is different, stays different",
    arguments: [
      "sqrt(x^2) - x", "log(x*y) - log(x) - log(y)", "(x*y)^k - x^k*y^k", "log(x^2) - 2*log(x)", "(x^k)^2 - x^(k^2)",
      "sqrt(x*y) - sqrt(x)*sqrt(y)", "abs(x) - x", "exp(a*b) - exp(a)*exp(b)", "sqrt(2) - 1", "inf - x",
    ])
  func differencesStay(text: String) throws {
    let store = ExpressionStore()
    #expect(!RationalNormalForm(store).isZero(try store.parse(text)))
  }

  @Test(
    "normal forms as they print",
    arguments: [
      ("1/(theta*(1-theta))", "1/(theta*(1-theta))"), ("x/theta - (1-x)/(1-theta)", "(x-theta)/(theta*(1-theta))"),
      ("k/(k-2)", "k/(k-2)"), ("(a+b)^3/(a^2-b^2)", "(a^2+2*a*b+b^2)/(a-b)"),
      ("1/(2*sigma^2)*2*(x-mu)", "(x-mu)/sigma^2"), ("log(theta*(1-theta))", "log(theta*(1-theta))"),
      ("(x+y+z+1)^100", "(1+x+y+z)^100"), ("inf", "inf"),
      // A root of a generator stays below the line, and what only its conjugate splits stays whole.
      ("1/(k+sqrt(u))", "1/(k+sqrt(u))"), ("(k-sqrt(u))/(k^2-u)", "1/(k+sqrt(u))"),
      ("1/(1-u) + sqrt(u) - sqrt(u)", "1/(1-u)"),
      ("u^(1/3)/(1-u)", "u^(1/3)/(1-u)"), ("1/(1+x^(k/2)) - 1/(1-x^k)", "x^(k/2)/(x^k-1)"),
    ])
  func printedForms(input: String, expected: String) throws {
    let store = ExpressionStore()
    let form = RationalNormalForm(store).normalForm(try store.parse(input))
    #expect(form == (try store.parse(expected)), "\(PlainPrinter(store).print(form))")
  }

  @Test("expanding keeps the denominators of terms, factoring finds products")
  func expandedAndFactored() throws {
    let store = ExpressionStore()
    let rational = RationalNormalForm(store)
    let sum = try store.parse("(x - mu)^2/(2*v) + x*(1/a + 1/(a+b))")
    #expect(
      rational.expanded(sum) == (try store.parse("x^2/(2*v) - x*mu/v + mu^2/(2*v) + x/a + x/(a+b)")))
    #expect(rational.factored(try store.parse("(a^2-b^2)*x + a^2 - b^2")) == (try store.parse("(a-b)*(a+b)*(x+1)")))
  }

  @Test("division by what vanishes stays visible and harms nothing")
  func divisionByZero() throws {
    let store = ExpressionStore()
    let rational = RationalNormalForm(store)
    let hidden = store.reciprocal(try store.parse("(a+b)^2 - a^2 - 2*a*b - b^2"))
    let form = rational.normalForm(hidden)
    #expect(form == store.power(store.zero, store.minusOne))
    #expect(rational.normalForm(store.sum([hidden, store.one])) == store.sum([form, store.one]))
  }

  @Test("a new degree of a root is understood after the fact")
  func rootsRefine() throws {
    let store = ExpressionStore()
    let rational = RationalNormalForm(store)
    #expect(rational.isZero(try store.parse("sqrt(x)^3 - x*sqrt(x)")))
    #expect(rational.isZero(try store.parse("x^(1/3)*x^(1/2) - x^(5/6)")))
    #expect(rational.isZero(try store.parse("(x^(1/4))^2 - sqrt(x)")))
    #expect(rational.isZero(try store.parse("(sqrt(x) - 1)*(sqrt(x) + 1) - x + 1")))
    // What was read before the root was met is read again.
    let before = rational.normalForm(try store.parse("y/(1 - y)"))
    #expect(rational.normalForm(try store.parse("sqrt(y)/(1/sqrt(y) - sqrt(y))")) == before)
    #expect(rational.normalForm(try store.parse("y^(1/6)*y^(5/6)/(1 - y)")) == before)
  }
}
