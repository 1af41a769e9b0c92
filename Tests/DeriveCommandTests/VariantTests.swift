import Calculus
import Expressions
import Syntax
import Testing

/// The same densities in other clothes: renamed, rearranged, expanded, up to a constant. The information is the same.
@Suite struct VariantTests {
  struct Variant: Sendable, CustomTestStringConvertible {
    let model: String
    /// The information, row by row.
    let fisher: [[String]]
    var testDescription: String { model }
  }

  static let variants: [Variant] = [
    Variant(model: "log f(z | q) = (1 - z)*log(1 - q) + log(q)*z, z in {0, 1}", fisher: [["1/(q*(1-q))"]]),
    Variant(
      model: "p(x | theta) = theta^x*(1-theta)^(1-x), x in {0,1}, theta in (0,1)", fisher: [["1/(theta*(1-theta))"]]),
    Variant(model: "log p ~ x*log(theta/(1-theta)), x in {0,1}, 0 < theta < 1", fisher: [["1/(theta*(1-theta))"]]),
    Variant(model: "log p(k | rate) = -rate + k*log(rate) - log(k!), k in {0,1,2,...}", fisher: [["1/rate"]]),
    Variant(model: "log p ~ x*log(m) - lgamma(x+1), x in {0,1,2,...}, m > 0", fisher: [["1/m"]]),
    Variant(
      model: "log p(s | q; m) ~ log(binomial(m,s)) + s*log(q/(1-q)), s in {0..m}, 0 < q < 1, m in {1,2,...}",
      fisher: [["m/(q*(1-q))"]]),
    Variant(model: "log p(t | r) ~ -r*t, t > 0, r > 0", fisher: [["1/r^2"]]),
    Variant(model: "p(x | theta) = exp(-x/theta)/theta, x > 0", fisher: [["1/theta^2"]]),
    Variant(model: "log p(y | m; w) ~ -(y^2 - 2*y*m + m^2)/(2*w), w > 0, y in R", fisher: [["1/w"]]),
    Variant(
      model: "log p(y | m, w) = -log(w)/2 - log(2*pi)/2 - y^2/(2*w) + y*m/w - m^2/(2*w), y in R, w > 0",
      fisher: [["1/w", "0"], ["0", "1/(2*w^2)"]]),
    Variant(
      model: "p(x | mu, s) = exp(-((x-mu)/s)^2/2)/(s*sqrt(2*pi)), x in R, s > 0",
      fisher: [["1/s^2", "0"], ["0", "2/s^2"]]),
    Variant(
      model: "log p(x | mu, s) ~ -((x-mu)/s)^2/2, x in R, s > 0", fisher: [["1/s^2", "0"], ["0", "2/s^2"]]),
    Variant(
      model: "p(x | alpha, beta) = beta^alpha/gamma(alpha)*x^(alpha-1)*exp(-beta*x), x > 0, alpha > 0, beta > 0",
      fisher: [["trigamma(alpha)", "-1/beta"], ["-1/beta", "alpha/beta^2"]]),
    Variant(
      model: "log p(w | c, r) ~ c*log(w) - log(w) - w*r, w > 0, c > 0, r > 0",
      fisher: [["trigamma(c)", "-1/r"], ["-1/r", "c/r^2"]]),
    Variant(
      model: "log p(y | u, v) = log(y)*(u-1) + log(1-y)*(v-1) - lbeta(u,v), 0 < y < 1, u > 0, v > 0",
      fisher: [
        ["trigamma(u)-trigamma(u+v)", "-trigamma(u+v)"], ["-trigamma(u+v)", "trigamma(v)-trigamma(u+v)"],
      ]),
    Variant(
      model: "p(t | c, s) = (c/s)*(t/s)^(c-1)*exp(-(t/s)^c), t > 0, c > 0, s > 0",
      fisher: [
        ["(pi^2/6 + (1-euler_gamma)^2)/c^2", "-(1-euler_gamma)/s"], ["-(1-euler_gamma)/s", "c^2/s^2"],
      ]),
    // Ends without probability, and a domain that is not declared.
    Variant(
      model: "f(t; c, s) = c/s*(t/s)^(c-1)*exp(-(t/s)^c), t >= 0",
      fisher: [
        ["(pi^2/6 + (1-euler_gamma)^2)/c^2", "-(1-euler_gamma)/s"], ["-(1-euler_gamma)/s", "c^2/s^2"],
      ]),
    Variant(
      model: "log p(x | a) = log(2*a) + (a-1)*log(x) + log(1-x^a), 0 <= x <= 1, a > 0",
      fisher: [["(4*zeta(3) - 3)/a^2"]]),
    Variant(
      model: "log p(x | m, k) = k*cos(x-m) - log(2*pi*besseli(0,k))",
      fisher: [
        ["k*besseli(1,k)/besseli(0,k)", "0"],
        ["0", "1 - besseli(1,k)/(k*besseli(0,k)) - besseli(1,k)^2/besseli(0,k)^2"],
      ]),
    // The inner variable comes first in the header.
    Variant(
      model: """
        p(x, n | q, r) = r*(1-r)^n*binomial(n,x)*q^x*(1-q)^(n-x), n in {0,1,2,...}, x in {0..n}, 0 < r < 1, 0 < q < 1
        """,
      fisher: [["(1-r)/(r*q*(1-q))", "0"], ["0", "1/(r^2*(1-r))"]]),
    Variant(model: "log p(x | u, v) ~ -x^2/2 + x*(u+v) - (u+v)^2/2, x in R", fisher: [["1", "1"], ["1", "1"]]),
    Variant(model: "log p(x | t) ~ x*t^2 - x^2/2, x in R", fisher: [["4*t^2"]]),
  ]

  @Test(arguments: variants)
  func hasTheSameInformation(_ variant: Variant) throws {
    let (status, object) = try BuiltProgram.object([variant.model])
    #expect(status == 0)
    #expect(object["status"] as? String == "verified")
    let fisher = try #require(object["fisher"] as? [[String]])
    let store = ExpressionStore()
    let forms = RationalNormalForm(store)
    try #require(fisher.map(\.count) == variant.fisher.map(\.count))
    for (found, expected) in zip(fisher.joined(), variant.fisher.joined()) {
      let difference = store.difference(try store.parse(found), try store.parse(expected))
      #expect(forms.isZero(difference), "\(found) is not \(expected)")
    }
  }
}
