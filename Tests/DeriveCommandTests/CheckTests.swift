import Foundation
import Testing

/// `derive check`: all ways to the information at a point, here and in other systems.
@Suite struct CheckTests {
  static let gamma = "log p(x | a, b) = a*log(b) - lgamma(a) + (a-1)*log(x) - b*x, x > 0, a > 0, b > 0"
  static let poisson = "log p(k | lambda) = k*log(lambda) - lambda - lfactorial(k), k in {0,1,2,...}"
  static let laplace = "log p(x | mu) = -log(2) - abs(x - mu), x in R"
  static let normal =
    "log p(x, y | r) = -(x^2 - 2*r*x*y + y^2)/(2*(1-r^2)) - log(2*pi) - log(1-r^2)/2, x in R, y in R, -1 < r < 1"

  @Test(arguments: [gamma, poisson, normal])
  func allWaysAgree(model: String) throws {
    let (status, object) = try BuiltProgram.object(["check", model, "--digits", "30"])
    #expect(status == 0)
    #expect(object["status"] as? String == "agrees")
    #expect(object["agreedDigits"] as? Int ?? 0 >= 28)
    let entries = object["entries"] as? [[String: Any]] ?? []
    #expect(!entries.isEmpty)
    for route in ["expectedScoreOuter", "expectedNegativeHessian", "divergenceHessian", "closedForm"] {
      #expect(entries.allSatisfy { $0[route] is [String: Any] }, "\(route)")
    }
  }

  /// A regression: steps were as long as the parameter is large, and the divergence had 12 digits or none; next to a huge
  /// parameter the variable of a sum was rounded away, and integrals of wrong numbers were given with 20 digits.
  @Test(
    "a step is short where the density changes fast, whatever the size of the parameter",
    arguments: [
      ("log p = -log(pi) - log(g) - log(1+((x-m)/g)^2), g > 0", "m=0,g=1/10^12", "500000000000000000000000.000000"),
      ("log p = -(x-m)^2/2 - log(2*pi)/2", "m=10^30", "1.00000000000000000000000000000"),
      (
        "log p = -(x-m)/s - exp(-(x-m)/s) - log(s), s > 0", "m=10^12,s=1/10^12", "1000000000000000000000000.00000"
      ),
      (
        "log p(k | m) ~ log(1+cos(k-m)/2) + k*log(1/2), k in {0,1,2,...}", "m=10^50", "0.196247655348079015324337504"
      ),
      ("log p(k | m) ~ cos(k-m) + k*log(1/2), k in {0,1,2,3}", "m=10^50", "0.559889468025105547660557559"),
    ])
  func stepsFollowTheDensity(model: String, point: String, value: String) throws {
    let (status, object) = try BuiltProgram.object(["check", model, "--at", point, "--digits", "30"])
    #expect(status == 0)
    let entries = object["entries"] as? [[String: Any]] ?? []
    let last = entries.first { $0["row"] as? String == "m" && $0["column"] as? String == "m" } ?? [:]
    for route in ["expectedScoreOuter", "expectedNegativeHessian", "divergenceHessian"] {
      let found = last[route] as? [String: Any] ?? [:]
      let text = found["value"] as? String ?? ""
      #expect(found["digits"] as? Int ?? 0 >= 28, "\(route): \(found)")
      #expect(text.hasPrefix(value.prefix(28)), "\(route): \(text)")
    }
    let known = entries.flatMap { $0.values }.compactMap { ($0 as? [String: Any])?["digits"] as? Int }
    #expect(object["agreedDigits"] as? Int == known.min())
  }

  /// A regression: an integral of which nothing is known was printed as less than 1, and said to agree with 1.
  @Test func whatIsNotFoundIsSaid() throws {
    let arguments = ["check", "log p = -(x-m)^2/2 - log(2*pi)/2", "--at", "m=10^1000", "--digits", "20"]
    let run = try BuiltProgram.run(arguments)
    #expect(run.status == 1)
    #expect(run.output.contains("nothing is compared") && !run.output.contains("<"), "\(run.output)")
    let (_, object) = try BuiltProgram.object(arguments)
    #expect(object["status"] as? String == "undecided" && object["agreedDigits"] as? Int == 0)
  }

  /// A regression: one of two atoms was lost next to 1 at two precisions alike, or all of a curvature was an exact 0; tails
  /// were judged at 16 million units whatever the unit, and a law of a larger scale had no finite mass.
  @Test(
    "rounding is seen where nothing is left, and tails are seen where they are",
    arguments: [
      (
        "log p(x | b) = x*log(normal_cdf(b)) + (1-x)*log(normal_cdf(-b)), x in {0,1}, b in R", "b=-20",
        "1.1069365136539652270e-86"
      ),
      ("log p(x | h) = x*h - log(1+exp(h)), x in {0,1}, h in R", "h=200", "1.3838965267367375306e-87"),
      (
        "log p(x | s) = -x/s - log(s) - 2*log(1+exp(-x/s)), x in R, s > 0", "s=10^12", "1.4299560445654842910e-24"
      ),
      ("log p(x | s) = -log(s) - x/s - exp(-x/s), x in R, s > 0", "s=10^9", "1.8236806608528793896e-18"),
    ])
  func nothingIsLostUnseen(model: String, point: String, value: String) throws {
    let (status, object) = try BuiltProgram.object(["check", model, "--at", point, "--digits", "20"])
    #expect(status == 0)
    let entry = (object["entries"] as? [[String: Any]])?.first ?? [:]
    for route in ["expectedScoreOuter", "expectedNegativeHessian", "closedForm"] {
      #expect((entry[route] as? [String: Any])?["value"] as? String == value, "\(route)")
    }
  }

  /// A regression: a tail that falls by e only beyond the last node was judged to have no end.
  @Test func aTailOfTinyShapeIsUnknownAndNotInfinite() throws {
    let model = "log p(w | a) = (a-1)*log(w) - w - lgamma(a), w > 0, a > 0"
    let run = try BuiltProgram.run(["check", model, "--at", "a=1/10^7", "--digits", "20"])
    #expect(run.status == 1 && run.output.contains("unknown") && !run.output.contains("inf"), "\(run.output)")
  }

  @Test func aKinkShowsInTheIdentity() throws {
    let run = try BuiltProgram.run(["check", Self.laplace, "--at", "mu=1/2", "--digits", "20"])
    #expect(run.status == 4)
    #expect(run.output.contains("do not agree"))
  }

  /// A regression: the covariance's closed form was compared with the second moment, and called a contradiction.
  @Test func aScoreWithAMeanHasItsCovarianceChecked() throws {
    let run = try BuiltProgram.run(["check", "f(x | t) = 1/t, 0 < x < t, t > 0", "--at", "t=2", "--digits", "20"])
    #expect(run.status == 4, "\(run.output)")
    #expect(run.output.contains("do not agree") && run.output.contains("Cov[s]"))
    let regular = try BuiltProgram.run([
      "check", "f(x | t) = t*exp(-t*x), x > 0, t > 0", "--at", "t=2", "--digits", "20",
    ])
    #expect(regular.status == 0 && !regular.output.contains("Cov[s]"))
  }

  @Test func whatIsNoDensityIsNotChecked() throws {
    // The mass is 2*a/5, which is 1 at the point that is looked at first; of two variables it is looked at nowhere else.
    let missing = try BuiltProgram.run([
      "check", "p(x, y | a) = 2*a/5*exp(-x-y), x > 0, y > 0, a > 0", "--at", "a=1",
    ])
    #expect(missing.status == 2 && missing.output.isEmpty)
    try GoldenFile(name: "errors/check/mass.stderr").expect(missing.errors)
    // The normaliser was asked for, so nothing is wrong with the input.
    let unfound = try BuiltProgram.run([
      "check", "log p(x | t) ~ -x^4 - sin(x)^2, x > t, t > 0", "--digits", "9",
    ])
    #expect(unfound.status == 1 && unfound.output.isEmpty)
    try GoldenFile(name: "errors/check/normalizer.stderr").expect(unfound.errors)
  }

  /// A regression: second differences of a mass that a parameter hardly changes were 0 to all digits, and the integrals were
  /// said to disagree.
  @Test func aMassThatHardlyChangesHasItsDerivativesOrNone() throws {
    let model = "log p(x | l, n) ~ x*log(l) - n*lfactorial(x), x in {0,1,2,...}, l > 0, n > 0"
    // The variance of log(x!) is 4/3*log(2)^2 times the probability of 2 next to that of 0, but for terms of 6^-200.
    let known = try BuiltProgram.run(["check", model, "--at", "l=2,n=200", "--digits", "15"])
    #expect(known.status == 0, "\(known.output)")
    #expect(known.output.components(separatedBy: "3.98648859454320e-61\n").count == 4, "\(known.output)")
    let unknown = try BuiltProgram.run(["check", model, "--at", "l=2,n=2000", "--digits", "15"])
    #expect(unknown.status == 1 && unknown.output.contains("known in one way alone"), "\(unknown.output)")
  }

  @Test func eachCaseOfASignIsChecked() throws {
    let both = try BuiltProgram.run(["check", SolveTests.pareto, "--digits", "12"])
    #expect(both.status == 0 && both.errors.isEmpty, "\(both.errors)")
    #expect(both.output.contains("where xi > 0\n") && both.output.contains("where xi < 0\n"))
    let one = try BuiltProgram.run(["check", SolveTests.pareto, "--digits", "12", "--at", "s=1,xi=-1/4"])
    #expect(one.status == 0 && one.output.contains("where xi < 0\n") && !one.output.contains("where xi > 0\n"))
    let script = try BuiltProgram.run(["check", SolveTests.pareto, "--replay", "pari"])
    #expect(script.status == 2)
    try GoldenFile(name: "errors/check/cases.stderr").expect(script.errors)
    let (status, object) = try BuiltProgram.object(["check", SolveTests.pareto, "--digits", "12", "--format", "json"])
    #expect(status == 0 && object["status"] as? String == "agrees")
    #expect((object["parts"] as? [[String: Any]])?.compactMap { $0["where"] as? String } == ["xi > 0", "xi < 0"])
  }

  @Test("a route that gives nothing says why")
  func displacedDensityIsUndefined() throws {
    let model = "log p(x | t) = log(2) - log(t) + log(1 - x/t), 0 < x < t, t > 0"
    let (_, object) = try BuiltProgram.object(["check", model, "--at", "t=2", "--digits", "20"])
    #expect(object["divergenceOmitted"] as? String == "undefined")
    let run = try BuiltProgram.run(["check", model, "--at", "t=2", "--digits", "20"])
    #expect(run.output.contains("∂²KL is missing: the density is not defined at displaced parameters"))
    let (_, whole) = try BuiltProgram.object(["check", Self.gamma, "--digits", "20"])
    #expect(whole["divergenceOmitted"] is NSNull)
  }

  @Test("an infinite sum with a geometric tail is proven, an integral is not")
  func infiniteSumsAreCertified() throws {
    for (model, isProven) in [(Self.poisson, true), (Self.gamma, false)] {
      let (_, object) = try BuiltProgram.object(["check", model, "--digits", "20"])
      let normalizer = object["normalizer"] as? [String: Any] ?? [:]
      #expect(normalizer["certified"] as? Bool == isProven)
      #expect(normalizer["digits"] as? Int == 20)
    }
  }

  @Test func aPointIsChecked() throws {
    let run = try BuiltProgram.run(["check", Self.gamma, "--at", "a=5/2"])
    #expect(run.status == 2)
    #expect(run.errors.contains("gives no value to `b`"))
    let outside = try BuiltProgram.run(["check", "log p(x | t) ~ -t*log(1+x), x > 0, t > 0", "--at", "t=1/2"])
    #expect(outside.status == 2)
    #expect(outside.errors.contains("the point t = 1/2 lies outside the domain: `t > 1` does not hold"))
  }

  /// A regression: logarithms of what cancels to 0 were infinite, and densities had no finite mass; values by mpmath.
  @Test(
    "what is infinite for want of bits is evaluated with more of them",
    arguments: [
      (
        "log p(x | e) = x*log(log(1+exp(e))) - log(1+exp(e)) - lfactorial(x), x in {0,1,2,...}, e in R", "e=-200",
        "1.38389652674e-87"
      ),
      ("log p(x | e) = -log(1+exp(-e)) - x*log(1+exp(e)), x in {0,1,2,...}, e in R", "e=-150", "1.00000000000"),
      ("log p(x | q) = log(q) + x*log(1-q), x in {0,1,2,...}, 0 < q < 1", "q=1/10^100", "1.00000000000e200"),
    ])
  func cancellationIsNotInfinite(model: String, point: String, value: String) throws {
    let run = try BuiltProgram.run(["check", model, "--at", point, "--digits", "12"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.components(separatedBy: "  \(value)\n").count > 4, "\(run.output)")
  }

  /// A regression: sums that are continued between the integers missed a single term, and the density was refused with a mass
  /// of 0.6. Against t + (1-t)*c at the place, where c is the other law's term: I = (1-c)/((1-t)*(t + (1-t)*c)).
  @Test(
    "a term unlike those next to it is seen, however far away it is",
    arguments: [
      ("log p(n | t) = log((1-t)*6/(pi^2*n^2) + t*[n=1000]), n in {1,2,...}, 0 < t < 1", "4.49999179299"),
      ("log p(n | t) = log((1-t)/1000000 + t*[n=777777]), n in {1,2,...,1000000}, 0 < t < 1", "4.49998650003"),
      ("log p(n | t) = log((1-t)*(1/2)^n + t*[n=777777777]), n in {1,2,...}, 0 < t < 1", "4.50000000000"),
    ])
  func aFarTermIsSeen(model: String, value: String) throws {
    let run = try BuiltProgram.run(["check", model, "--at", "t=1/3", "--digits", "12"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.components(separatedBy: "  \(value)\n").count > 3, "\(run.output)")
  }

  /// A regression: a peak beyond exp(400) was taken for growth without bound.
  @Test func aPeakOutOfReachIsUnknownAndNotInfinite() throws {
    let near = "log p(x | c, k) = log(c*k) + (c-1)*log(x) - (k+1)*log(1+x^c), x > 0, c > 0, k > 0"
    let found = try BuiltProgram.run(["check", near, "--at", "c=1/100,k=1/100", "--digits", "12"])
    #expect(found.status == 0, "\(found.output)\(found.errors)")
    let far = "log p(x | a, b) = log(a*b) + (a-1)*log(x) + (b-1)*log(1-x^a), 0 < x < 1, a > 0, b > 0"
    let unknown = try BuiltProgram.run(["check", far, "--at", "a=1/1000,b=1000", "--digits", "12"])
    #expect(unknown.status == 1 && unknown.output.contains("normaliser  0       unknown"), "\(unknown.errors)")
  }

  /// A regression: at b = 1 the closed form is a limit, and the row of it was empty.
  @Test func aClosedFormHasItsLimitWhereItsPolesCancel() throws {
    let model = "log p(x | a, b) = log(a*b) + (a-1)*log(x) + (b-1)*log(1-x^a), 0 < x < 1, a > 0, b > 0"
    let (status, object) = try BuiltProgram.object(["check", model, "--at", "a=1/3,b=1", "--digits", "12"])
    let entries = object["entries"] as? [[String: Any]] ?? []
    #expect(status == 0 && entries.count == 3)
    for entry in entries {
      #expect((entry["closedForm"] as? [String: Any])?["digits"] as? Int == 12, "\(entry)")
    }
  }

  @Test(arguments: [gamma, normal, laplace])
  func theReportDoesNotDependOnThreads(model: String) throws {
    let one = try BuiltProgram.run([model, "--threads", "1", "--format", "json"])
    let two = try BuiltProgram.run([model, "--threads", "2", "--format", "json"])
    #expect(one.status == two.status)
    #expect(one.output == two.output)
  }
}
