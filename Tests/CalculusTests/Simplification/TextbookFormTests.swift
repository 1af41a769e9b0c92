import Calculus
import Expressions
import Multiprecision
import Syntax
import Testing

@Suite("Textbook forms")
struct TextbookFormTests {
  /// Positive parameters, probabilities p and theta, a count n; mu, x, rho and y unrestricted.
  private func simplifier(_ store: ExpressionStore) throws -> Simplifier {
    var assumptions = Assumptions(store)
    for text in [
      "alpha > 0", "beta > 0", "sigma > 0", "k > 0", "theta > 0", "theta < 1", "p > 0", "p < 1", "lambda > 0",
      "a > 0", "b > 0", "v > 0", "t > 0", "n in {1,2,...}",
    ] {
      assumptions.assume(try store.parseCondition(text))
    }
    return Simplifier(assumptions)
  }

  @Test(
    "results as textbooks print them",
    arguments: [
      ("1/theta + 1/(1-theta)", "1/(theta*(1 - theta))"), ("n/p + n/(1-p)", "n/(p*(1 - p))"),
      ("lambda/lambda^2", "1/lambda"), ("v/(2*v^3)", "1/(2*v^2)"), ("alpha*beta^(-2)", "alpha/beta^2"),
      ("trigamma(a) - trigamma(b+a)", "trigamma(a) - trigamma(a + b)"), ("(k/lambda)^2", "k^2/lambda^2"),
      ("1/k^2*(1 + pi^2/6 - 2*euler_gamma + euler_gamma^2)", "(pi^2/6 + (1 - euler_gamma)^2)/k^2"),
      ("euler_gamma/lambda - 1/lambda", "-(1 - euler_gamma)/lambda"), ("(2*theta)^2", "4*theta^2"),
      ("(t + sin(t)*k)/(cos(t)^4 - 2*cos(t)^2 + 1)", "(t + k*sin(t))/sin(t)^4"),
      ("1/(k + sqrt(2)*exp(x))", "1/(k + sqrt(2)*exp(x))"), ("1/(1 + sqrt(2))", "sqrt(2) - 1"),
      ("mu^(-2)", "1/mu^2"), ("(x - theta)/(theta - theta^2)", "(x - theta)/(theta*(1 - theta))"),
      ("(mu^2 - 2*mu*x - sigma^2 + x^2)/sigma^3", "(x - mu)^2/sigma^3 - 1/sigma"),
      ("(6*mu*x - 3*mu^2 + sigma^2 - 3*x^2)/sigma^4", "(sigma^2 - 3*(x - mu)^2)/sigma^4"),
      ("-log(2*pi*v)/2 - x^2/(2*v) + mu*x/v - mu^2/(2*v)", "-(x - mu)^2/(2*v) - log(2*pi*v)/2"),
      ("exp(mu*x/v - mu^2/(2*v) - x^2/(2*v))", "exp(-(x - mu)^2/(2*v))"),
      ("1/k - log(lambda) + log(t) - (t/lambda)^k*log(t/lambda)", "1/k + (1 - (t/lambda)^k)*log(t/lambda)"),
      ("-k/lambda + k/lambda*(t/lambda)^k", "k*((t/lambda)^k - 1)/lambda"),
      ("(a^2*trigamma(a) - 1)/a^2", "trigamma(a + 1)"), ("digamma(a + 1) - digamma(a)", "1/a"),
      (
        "trigamma(a)*trigamma(b) - trigamma(a)*trigamma(a+b) - trigamma(b)*trigamma(a+b)",
        "trigamma(a)*trigamma(b) - (trigamma(a) + trigamma(b))*trigamma(a + b)"
      ),
      ("(1 + exp(2*b) - (2 + b^2)*exp(b))/(b^2*(1 - exp(b))^2)", "1/b^2 - exp(b)/(1 - exp(b))^2"),
      ("(1 - sqrt(t))/(1 - t)", "1/(1 + sqrt(t))"),
      ("(1 + k*t - k*sqrt(t) - sqrt(t))/(2*t*(1 - t))", "(1 - k*sqrt(t))/(2*t*(1 + sqrt(t)))"),
      ("log((1 - sqrt(t))/(1 - t))", "-log(1 + sqrt(t))"), ("1/((1 - rho)*(1 + rho))", "1/(1 - rho^2)"),
      ("-n*(1 + 2*p^2 - 2*p)/(p^2*(1 - p)^2)", "-n/p^2 - n/(1 - p)^2"), ("k/(k - 2)", "k/(k - 2)"),
      ("(y - x*mu - b)*x/v", "x*(y - b - mu*x)/v"), ("log(2) + log(3)", "log(6)"), ("inf", "inf"),
      ("(k*mu^2 + k*x^2 - 2*k*x*mu + 1)/2", "(1 + k*(x - mu)^2)/2"),
      ("sqrt(-mu)*sqrt(-rho)/(2*mu*rho)", "1/(2*sqrt(-mu)*sqrt(-rho))"),
      (
        "((2*(digamma(b - 1) + euler_gamma)^2 - 2*trigamma(b - 1) + pi^2/3)/(b - 2) - trigamma(b - 1) - 2/(b - 1)^2"
          + " - 2*(1 + digamma(b - 1) + euler_gamma)/(b - 1) + (digamma(b - 1) + euler_gamma - 1)^2 + pi^2/6)",
        "(b*((digamma(b) + euler_gamma - 1)^2 - trigamma(b) + pi^2/6) - 2)/(b - 2)"
      ),
      (
        "trigamma(k/2)/4 - (15 + 5*k^3 + 25*k^2 + 43*k)/(2*k*(k + 1)^2*(k + 3)^2) - trigamma((k + 5)/2)/4",
        "trigamma(k/2)/4 - (k + 5)/(2*k*(k + 1)*(k + 3)) - trigamma((k + 1)/2)/4"
      ),
    ])
  func printedForms(input: String, expected: String) throws {
    let store = ExpressionStore()
    let form = try simplifier(store).textbookForm(try store.parse(input))
    let printed = PlainPrinter(store).print(form)
    #expect(form == (try store.parse(expected)), "\(printed)")
  }

  @Test(
    "exponentials are shown through the functions that the text has, and only those",
    arguments: [
      ("tanh(k*x)", "(exp(2*k*x) - 1)/(exp(2*k*x) + 1)", "tanh(k*x)"),
      ("tanh(k*x)", "4*mu*x*(exp(2*k*x) - 1)*exp(2*k*x)/(1 + exp(2*k*x))^3", "mu*x*tanh(k*x)/cosh(k*x)^2"),
      ("log(cosh(x - mu))", "(exp(2*x) - exp(2*mu))/(exp(2*x) + exp(2*mu))", "tanh(x - mu)"),
      ("log(cosh(x/2))", "(exp(x) - 1)/(exp(x) + 1)", "tanh(x/2)"), ("cosh(x)", "2/(exp(x) + exp(-x))", "1/cosh(x)"),
      ("x", "(exp(2*k*x) - 1)/(exp(2*k*x) + 1)", "(exp(2*k*x) - 1)/(1 + exp(2*k*x))"),
      (
        "log(normal_cdf(mu/sigma))", "exp(-mu^2/(2*sigma^2))/(sqrt(2*pi)*normal_cdf(mu/sigma))",
        "normal_pdf(mu/sigma)/normal_cdf(mu/sigma)"
      ),
      (
        "log(normal_cdf(1 - mu) - normal_cdf(-mu))",
        "(exp(2*mu - 1) - 2*exp(mu - 1/2) + 1)*exp(-mu^2)/(2*pi*(normal_cdf(1 - mu) - normal_cdf(-mu))^2)",
        "(normal_pdf(1 - mu) - normal_pdf(mu))^2/(normal_cdf(1 - mu) - normal_cdf(-mu))^2"
      ),
    ])
  func exponentials(text: String, input: String, expected: String) throws {
    let store = ExpressionStore()
    let simplifier = Simplifier(Assumptions(store), writtenAs: try store.parse(text))
    let form = simplifier.textbookForm(try store.parse(input))
    #expect(form == (try store.parse(expected)), "\(PlainPrinter(store).print(form))")
  }

  @Test("the form of a random expression is equal to it and does not depend on detours", arguments: [UInt64](1...15))
  func formsAreEqual(seed: UInt64) throws {
    let store = ExpressionStore()
    let simplifier = try simplifier(store)
    var random = SeededExpressions(seed: seed, store: store)
    for _ in 0..<4 {
      let e = random.expression(depth: 3)
      let form = simplifier.textbookForm(e)
      let printer = PlainPrinter(store)
      #expect(
        simplifier.isZero(store.difference(form, e)), "seed \(seed): \(printer.print(e)) as \(printer.print(form))")
      #expect(simplifier.textbookForm(store.product([store.two, e, store.half])) == form, "seed \(seed)")
      let values = try random.values(of: [e, form])
      if values.allSatisfy(\.isFinite) {
        #expect(
          values[0].relativeDigits(agreeingWith: values[1]) > 30 || (values[0] - values[1]).isNegligible,
          "seed \(seed): \(printer.print(e)) as \(printer.print(form))")
      }
    }
  }

  @Test("the choice does not depend on what was chosen before", arguments: [UInt64](20...26))
  func choiceIsDeterministic(seed: UInt64) throws {
    let store = ExpressionStore()
    let used = try simplifier(store)
    var random = SeededExpressions(seed: seed, store: store)
    let list = (0..<5).map { _ in random.expression(depth: 3) }
    for e in list { _ = used.textbookForm(e) }
    for e in list.reversed() {
      #expect(try simplifier(store).textbookForm(e) == used.textbookForm(e), "seed \(seed)")
    }
  }

  @Test("renaming the symbols renames the form")
  func renaming() throws {
    let store = ExpressionStore()
    let simplifier = try simplifier(store)
    for (one, other) in [("x^2 - 2*mu*x + mu^2 - 3", "y^2 - 2*rho*y + rho^2 - 3")] {
      let form = simplifier.textbookForm(try store.parse(one))
      let renamed = store.substitute(
        form, [(store.symbol("x"), store.symbol("y")), (store.symbol("mu"), store.symbol("rho"))])
      #expect(simplifier.textbookForm(try store.parse(other)) == renamed)
    }
  }
}
