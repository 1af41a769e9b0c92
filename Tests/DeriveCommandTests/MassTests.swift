import Foundation
import Testing

/// What integrates to almost 1, or to 1 at the points that are looked at first, is no density.
@Suite struct MassTests {
  /// A regression: the integrals at four points saw nothing of it, and the report was "verified", with the information of the
  /// renormalised law; a rounded constant was "undecided".
  @Test(
    "a mass that is not 1 is seen however near to 1 it is",
    arguments: [
      ("log p(x | m) = -(x-m)^2/2 - log(2*pi)/2, -100 < x < 100", "`normal_cdf(100 - m) - normal_cdf(-m - 100)`"),
      ("log p(t | l) = log(l) - l*t, 0 < t < 1000000, l > 0", "`1 - exp(-1000000*l)`"),
      ("log p(k | l) = k*log(l) - l - log(k!), k in {0..1000}, l > 0", "`gammainc(1001, l)/gamma(1001)`"),
      ("log p(k | l) = k*log(l) - l - log(k!), k in {0..40}, l > 0", "(a sum of many terms)"),
      ("log p(x | m) = -(x-m)^2/2 - 0.91893853320467274178, x in R", "differs from 1 by 3.3e-22"),
      ("log p(x | l) = log(l) - l*x + 1/10^60, x > 0, l > 0", "differs from 1 by 1.0e-60"),
    ])
  func everyExcessIsSeen(model: String, says: String) throws {
    let run = try BuiltProgram.run([model])
    #expect(run.status == 2 && run.output.isEmpty, "\(run.output)")
    #expect(run.errors.contains("the density has mass") && run.errors.contains(says), "\(run.errors)")
  }

  @Test("what is cut off by no more than was divided by is a density")
  func truncatedLawsAreDensities() throws {
    let model =
      "log p(x | m) = -(x-m)^2/2 - log(2*pi)/2 - log(normal_cdf(100-m) - normal_cdf(-100-m)), -100 < x < 100"
    #expect(try BuiltProgram.run([model]).status == 0)
  }
}
