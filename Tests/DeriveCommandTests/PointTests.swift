import Foundation
import Testing

/// `--assume` and `--at` in runs of the program, also where the theory holds for part of the domain only.
@Suite struct PointTests {
  static let shifted = "log p(x | m; k) = (k-1)*log(x-m) - (x-m) - lgamma(k), x > m, k > 0"
  static let cusp = "log p(x | m; a) = log(a) - log(2) - lgamma(1/a) - abs(x-m)^a, x in R, a > 0"
  static let laplace = "log p(x | mu, b) = -abs(x-mu)/b - log(2*b), x in R, b > 0"
  static let square = "log p(x | theta) = -(x-theta^2)^2/2 - log(2*pi)/2, x in R"

  /// A model at one point: the exit status, the verdict, and entries of the covariance of the score there.
  struct Point: CustomTestStringConvertible, Sendable {
    let model: String
    let at: String
    let exit: Int32
    let status: String
    /// The covariance row by row, each entry as far as it is printed here; nil where it is not looked at.
    let covariance: [[String]]?
    var testDescription: String { "\(model) at \(at)" }
  }

  static let points: [Point] = [
    .init(model: shifted, at: "m=0,k=3", exit: 0, status: "verified", covariance: [["1.0000"]]),
    .init(model: shifted, at: "m=1,k=5/2", exit: 0, status: "verified", covariance: [["2.0000"]]),
    // Between 1 and 2 the score has mean 0 but no variance; below 1 it has no mean.
    .init(model: shifted, at: "m=0,k=3/2", exit: 4, status: "irregular", covariance: [["inf"]]),
    .init(model: shifted, at: "m=0,k=1/2", exit: 4, status: "irregular", covariance: nil),
    .init(model: cusp, at: "m=0,a=2", exit: 0, status: "verified", covariance: [["2.0000"]]),
    // The variance exists above 1/2, the mean of the Hessian above 1 only.
    .init(model: cusp, at: "m=0,a=2/3", exit: 4, status: "irregular", covariance: [["0.88888"]]),
    .init(model: cusp, at: "m=0,a=1/3", exit: 4, status: "irregular", covariance: [["inf"]]),
    .init(
      model: laplace, at: "mu=0,b=2", exit: 4, status: "irregular", covariance: [["0.25000", "0"], ["0", "0.25000"]]),
    // I1(a^2)/a^2 in the derivatives as they come is 0/0 there.
    .init(
      model: "log p(x | a) = a^2*cos(x) - log(2*pi*besseli(0, a^2)), x in (-pi, pi), a in R", at: "a=0", exit: 0,
      status: "verified", covariance: [["0"]]),
    .init(model: square, at: "theta=0", exit: 0, status: "verified", covariance: [["0"]]),
    .init(model: square, at: "theta=-1/2", exit: 0, status: "verified", covariance: [["1.0000"]]),
    .init(
      model: "log p = -log(theta), 0 < x < theta", at: "theta=2", exit: 4, status: "irregular", covariance: [["0"]]),
  ]

  @Test(arguments: points)
  func thePointIsJudged(point: Point) throws {
    let (exit, object) = try BuiltProgram.object([point.model, "--at", point.at, "--digits", "20"])
    #expect(exit == point.exit)
    #expect(object["status"] as? String == point.status)
    let numeric = try #require(object["numeric"] as? [[String: Any]])
    #expect(numeric.count == 1)
    let at = try #require(numeric.first?["at"] as? [String: String])
    #expect(Set(point.at.split(separator: ",").map(String.init)) == Set(at.map { "\($0)=\($1)" }))
    guard let expected = point.covariance else { return }
    let found = try #require(numeric.first?["covarianceOfScore"] as? [[String]])
    for (i, row) in expected.enumerated() {
      for (j, text) in row.enumerated() { #expect(found[i][j].hasPrefix(text), "\(found)") }
    }
  }

  /// Models with a kink or a pole of the score in a parameter, and the value at which it lies.
  static let notDifferentiable: [(model: String, at: String)] = [
    ("log p(x | m) = -(x-abs(m))^2/2 - log(2*pi)/2, x in R, m in R", "m=0"),
    ("log p(x | m) = -(x-abs(m-2))^2/2 - log(2*pi)/2, x in R, m in R", "m=2"),
    ("log p(x | a) = -(x-a^(2/3))^2/2 - log(2*pi)/2, x in R, a >= 0", "a=0"),
    ("log p(k | l) = k*log(abs(l)+1) - abs(l) - 1 - lfactorial(k), k in {0,1,2,...}, l in R", "l=0"),
    // The score is the constant |a|/(a s).
    ("log p(x | a, s) = -(x-abs(a))/s - log(s), x > abs(a), s > 0, a in R", "a=0,s=1"),
  ]

  /// A regression: these ended with an error of the integration, the last one with an infinite variance of the score.
  @Test(arguments: notDifferentiable)
  func aKinkAtThePointIsIrregular(model: String, at: String) throws {
    let (exit, object) = try BuiltProgram.object([model, "--at", at, "--digits", "15"])
    #expect(exit == 4)
    #expect(object["status"] as? String == "irregular")
    let regularity = try #require(object["regularity"] as? [String: Any])
    #expect("\(regularity)".contains("it fails at the point asked for: the score"), "\(regularity)")
    let numeric = try #require(object["numeric"] as? [[String: Any]])
    #expect(!numeric.isEmpty && !"\(numeric)".contains("inf"), "\(numeric)")
  }

  /// Means whose derivative vanishes at 0 from both sides, fast and slowly.
  static let smooth = ["abs(t)*(1-cos(t))", "abs(t)^(3/2)"]

  /// A regression: a score that vanishes from both sides with different signs was taken to jump.
  @Test(arguments: smooth)
  func aScoreThatVanishesDoesNotJump(mean: String) throws {
    let model = "p(x | t) = exp(-(x - \(mean))^2/2)/sqrt(2*pi), x in R, t in R"
    let run = try BuiltProgram.run([model, "--at", "t=0", "--digits", "15"])
    #expect(run.status == 2 && run.output.isEmpty, "\(run.output)")
    #expect(run.errors.contains("has no finite value"), "\(run.errors)")
    if mean == Self.smooth[0] { try GoldenFile(name: "errors/analysis/undefined-score.stderr").expect(run.errors) }
  }

  /// A mean of the derivative by the parameter beyond all numbers that are reckoned with.
  @Test func aMeanThatIsTooLargeIsSaid() throws {
    let model = "log p(x | t) ~ -x^4 - t*exp(10^6*x), 0 < x < 1, t in R"
    let run = try BuiltProgram.run([model, "--at", "t=0", "--digits", "15"])
    // A limit, no fault of the input.
    #expect(run.status == 1)
    try GoldenFile(name: "errors/analysis/magnitude.stderr").expect(run.errors)
  }

  /// A regression: the message showed the name of an internal value.
  @Test func aCountBeyondWhatIsSummedIsSaid() throws {
    let model = "p(k | p; n) = binomial(n,k)*p^k*(1-p)^(n-k), k in {0..n}, 0 < p < 1, n in {1,2,...}"
    let run = try BuiltProgram.run([model, "--at", "p=1/3,n=9223372036854775807", "--digits", "15"])
    #expect(run.status == 2)
    try GoldenFile(name: "errors/analysis/bounds.stderr").expect(run.errors)
  }

  /// |m|^3 has two derivatives at 0.
  @Test func aPowerOfAnAbsoluteValueIsNoKink() throws {
    let model = "log p(x | m) = -(x-abs(m)^3)^2/2 - log(2*pi)/2, x in R, m in R"
    let (exit, object) = try BuiltProgram.object([model, "--at", "m=0", "--digits", "15"])
    #expect(exit == 0)
    #expect(object["status"] as? String == "verified")
  }

  /// Where the theory fails at the point alone, the report says on which part of the domain it holds.
  @Test func theDomainOfTheTheoryIsPrinted() throws {
    let run = try BuiltProgram.run([Self.shifted, "--at", "m=0,k=3/2", "--digits", "15"])
    #expect(run.status == 4)
    #expect(run.output.contains("k > 2"), "\(run.output)")
    #expect(run.output.contains("IRREGULAR"), "\(run.output)")
  }

  /// A regression: the derivatives of a mass that is infinite beyond the point were taken to be 0.
  @Test func aMassThatEndsAtThePointIsSaid() throws {
    let model = "log p(x | a) ~ -a*x - 4*log(1+x) - log(1+x^3)/2, x > 0, a >= 0"
    let run = try BuiltProgram.run([model, "--at", "a=0", "--digits", "15"])
    #expect(run.status == 2)
    try GoldenFile(name: "errors/analysis/infinite-mass.stderr").expect(run.errors)
  }

  /// What is assumed takes part in the derivation, in the domain and in the choice of points.
  @Test func anAssumptionNarrowsTheDomain() throws {
    let (exit, object) = try BuiltProgram.object([Self.shifted, "--assume", "k > 2", "--digits", "15"])
    #expect(exit == 0)
    #expect(object["conditions"] as? [String] == [])
    #expect((object["regularity"] as? [String: Any])?["regular"] as? String == "always")
    #expect(object["fisher"] as? [[String]] == [["1/(k - 2)"]])
    let domains = try #require(object["domains"] as? [String: String])
    #expect(domains["k"]?.contains("k > 2") == true, "\(domains)")
    for point in try #require(object["numeric"] as? [[String: Any]]) {
      let parts = try #require((point["at"] as? [String: String])?["k"]).split(separator: "/").compactMap { Double($0) }
      #expect(parts[0] > 2 * (parts.count == 2 ? parts[1] : 1), "\(parts)")
    }
  }

  /// Two assumptions, one on two parameters: points satisfy both.
  @Test func severalAssumptionsHoldTogether() throws {
    let model = "log p(x | a, b) = (a-1)*log(x) + (b-1)*log(1-x) - lbeta(a,b), 0 < x < 1, a > 0, b > 0"
    let (exit, object) = try BuiltProgram.object([model, "--assume", "a < b, b < 2", "--digits", "15"])
    #expect(exit == 0)
    for point in try #require(object["numeric"] as? [[String: Any]]) {
      let at = try #require(point["at"] as? [String: String])
      let values = try ["a", "b"].map { name in
        let parts = try #require(at[name]).split(separator: "/").compactMap { Double($0) }
        return parts[0] / (parts.count == 2 ? parts[1] : 1)
      }
      #expect(values[0] < values[1] && values[1] < 2, "\(at)")
    }
  }

  /// An absolute value is settled by an assumption.
  @Test func anAssumptionDecidesASign() throws {
    let model = "log p(x | t) = log(abs(t)) - abs(t)*x, x > 0"
    let (exit, object) = try BuiltProgram.object([model, "--assume", "t < 0", "--digits", "15"])
    #expect(exit == 0)
    #expect(object["fisher"] as? [[String]] == [["1/t^2"]])
    #expect(object["score"] as? [String] == ["1/t + x"])
  }

  static let wrong: [(arguments: [String], says: String)] = [
    (["--assume", "k > 2", "--assume", "k < 1"], "assumed: `k < 1`"),
    (["--assume", "k >"], "--> --assume:1:4"),
    (["--assume", "k > 2", "--at", "m=0,k=3/2"], "outside"),
    (["--at", "k=3"], "no value to `m`"),
  ]

  @Test(arguments: wrong)
  func aWrongAssumptionOrPointIsExplained(arguments: [String], says: String) throws {
    let run = try BuiltProgram.run([Self.shifted] + arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty && run.errors.hasPrefix("error: ") && run.errors.contains(says), "\(run.errors)")
  }

  static let masses: [(model: String, mass: String)] = [
    ("log p = -x^2/2", "sqrt(2*pi)"),
    ("log p(x | b) = -b*x, x > 0, b > 0", "1/b"),
    ("log p(x | a, b) = (a-1)*log(x) - b*x, x > 0, a > 0, b > 0", "b^(-a)*gamma(a)"),
    ("log p(x | m) = x*log(m) - lfactorial(x), x in {0,1,2,...}, m > 0", "exp(m)"),
    ("log p(x | t) = x*log(t), x in {0,1,2}, t > 0", "1 + t^2 + t"),
    ("log p(x | m; s) = -(x-m)^2/(2*s^2), x in R, s > 0", "s*sqrt(2*pi)"),
  ]

  /// A density that misses a constant is told its mass, and offered `~`, with which it is derived.
  @Test(arguments: masses)
  func aMissingConstantIsNamed(model: String, mass: String) throws {
    let run = try BuiltProgram.run([model])
    #expect(run.status == 2)
    #expect(run.errors.contains("mass `\(mass)`"), "\(run.errors)")
    #expect(run.errors.contains("write `~` in place of `=`"), "\(run.errors)")
    guard model.contains("|") else { return }
    let mended = try BuiltProgram.run([model.replacing(" = ", with: " ~ "), "--digits", "15"])
    #expect(mended.status == 0, "\(mended.errors)")
  }
}
