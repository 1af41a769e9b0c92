import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Plots: valid drawings with what their models have, and named reasons where there is none.
@Suite struct PlotTests {
  private static let truncatedNormal = """
    log p(x | mu, sigma) = -(x-mu)^2/(2*sigma^2) - log(sigma) - log(2*pi)/2 \
    - log(normal_cdf((1-mu)/sigma) - normal_cdf(-mu/sigma)), x in (0,1), mu in R, sigma > 0
    """

  static let plots: [(arguments: [String], shows: [String])] = [
    (["bernoulli"], ["Fisher information and Cramér–Rao bound against θ", ">100<"]),
    (["exponential", "--kind", "information", "--range", "0.001..1000"], ["font-style=\"italic\""]),
    (["poisson", "--kind", "score"], ["<circle", "probability"]),
    (["gamma", "--kind", "score", "--parameter", "beta"], ["fill-opacity"]),
    (["normal", "--kind", "ellipses"], ["Z"]),
    (["bernoulli", "--kind", "divergence", "--at", "theta=1/2"], ["divergence in nats"]),
    (["log p = -log(theta), 0 < x < theta", "--kind", "divergence"], ["divergence in nats"]),
    (["laplace", "--kind", "divergence"], ["with its quadratic approximation"]),
    (["generalized-gamma", "--kind", "ellipses"], ["Z"]),
    // Far in the tail a closed form is lost at the first precision at which it is evaluated.
    ([truncatedNormal, "--kind", "information"], ["Fisher information and Cramér–Rao bound against μ"]),
  ]

  @Test(arguments: plots)
  func drawingsAreWellFormedAndComplete(arguments: [String], shows: [String]) throws {
    let run = try BuiltProgram.run(["plot"] + arguments)
    #expect([0, 4].contains(run.status) && run.errors.isEmpty, "\(run.errors)")
    #expect(XMLParser(data: Data(run.output.utf8)).parse())
    for text in shows + [#"role="img""#, "<title"] { #expect(run.output.contains(text), "\(text)") }
    #expect(!run.output.contains("nan") && !run.output.contains("inf\""))
  }

  @Test func eachCaseOfASignIsDrawn() throws {
    let first = try BuiltProgram.run(["plot", SolveTests.pareto, "--parameter", "xi"])
    #expect(first.status == 0 && first.errors.isEmpty)
    #expect(XMLParser(data: Data(first.output.utf8)).parse())
    #expect(first.output.contains("In the case ξ &gt; 0.") && first.output.contains("In the case ξ &lt; 0."))
    #expect(first.output.components(separatedBy: "The case ").count == 3)
    let clips = first.output.matches(of: /<clipPath id="([^"]*)"/).map { String($0.output.1) }
    #expect(clips.count == 2 && Set(clips).count == 2)
    let other = try BuiltProgram.run(["plot", SolveTests.pareto, "--parameter", "xi", "--at", "s=1,xi=-1/4"])
    #expect(other.status == 0 && other.output.contains("ξ") && !other.output.contains("In the case ξ &gt; 0."))
    let assumed = try BuiltProgram.run(["plot", SolveTests.pareto, "--parameter", "xi", "--assume", "xi < 0"])
    #expect(assumed.status == 0 && assumed.output != first.output)
  }

  /// A regression: the range reached to 2, and the curve ended at 1/2.
  @Test func theAxisEndsWhereTheInformationDoes() throws {
    let model = "log p(x | k, s) = -log(s) + (1/k - 1)*log(1 - k*x/s), 0 < x < s/k, k > 0, s > 0"
    let drawing = try BuiltProgram.run(["plot", model, "--parameter", "k"]).output
    #expect(drawing.contains(">0.5<") && !drawing.contains(">2<"))
    let asked = try BuiltProgram.run(["plot", model, "--parameter", "k", "--range", "0.02..2"]).output
    #expect(asked.contains(">2<"))
  }

  @Test func noCurveGoesOnWhereTheInformationDoesNotExist() throws {
    // For xi < -1/2 it is infinite, while the closed form 2/((1 + xi)(1 + 2 xi)) is positive again below -1.
    let drawing = try BuiltProgram.run(
      [
        "plot", SolveTests.pareto.replacing(", xi > -1/2", with: ""), "--parameter", "xi", "--assume", "xi < 0",
        "--range", "-2..-0.01",
      ]
    ).output
    let curve = try #require(drawing.firstMatch(of: /<path d="(M[^"]*L[^"]*)" stroke="#2a7ac7"/)).output.1
    #expect(curve.count { $0 == "M" } == 1)
  }

  @Test func theBoundOfABernoulliTrialIsWhereItShouldBe() throws {
    // At θ = 1/2 the information is 4, a fixed share of the way up a logarithmic axis; both curves are symmetric.
    let drawing = try BuiltProgram.run(["plot", "bernoulli"]).output
    let curve = try #require(drawing.firstMatch(of: /<path d="(M[^"]*L[^"]*)" stroke/)).output.1
    let heights = curve.split(whereSeparator: { "ML".contains($0) }).compactMap { point in
      point.split(separator: " ").last.flatMap { Double($0) }
    }
    #expect(heights.count == 240)
    for (a, b) in zip(heights, heights.reversed()) { #expect(abs(a - b) < 0.02) }
    #expect(heights[120] == heights.max())
  }

  @Test func aPoleDoesNotPressTheApproximationFlat() throws {
    // D(λ₀ ‖ λ) grows like λ^(-k) at 0, while the approximation stays below 5; the axis belongs to both.
    let drawing = try BuiltProgram.run(["plot", "weibull", "--kind", "divergence", "--parameter", "lambda"]).output
    let ticks = drawing.matches(of: /text-anchor="end"[^>]*><tspan>([0-9.]+)</).compactMap { Double($0.output.1) }
    #expect((ticks.max() ?? .infinity) < 20, "\(ticks)")
  }

  @Test func theDivergenceIsInfiniteWhereTheSupportIsMissed() throws {
    // Seen from Uniform(0, 5/2), a shorter uniform gives no mass to a part of the support: no curve left of 5/2.
    let drawing = try BuiltProgram.run(
      ["plot", "log p = -log(theta), 0 < x < theta", "--kind", "divergence", "--range", "1..4"]
    ).output
    let curve = try #require(drawing.firstMatch(of: /<path d="(M[^"]*L[^"]*)" stroke="#2a7ac7"/)).output.1
    let places = curve.split(whereSeparator: { "ML".contains($0) }).compactMap { point in
      point.split(separator: " ").first.flatMap { Double($0) }
    }
    let frame = try #require(drawing.firstMatch(of: /<rect x="([0-9.]+)" y="[0-9.]+" width="([0-9.]+)"/)).output
    let (left, width) = (try #require(Double(frame.1)), try #require(Double(frame.2)))
    let first = try #require(places.first)
    #expect(abs((first - left) / width - 0.5) < 0.02, "the curve begins at \(first)")
  }

  static let refused: [(arguments: [String], says: String)] = [
    (["bernoulli", "--kind", "ellipses"], "no plot of the kind `ellipses`"),
    (["bernoulli", "--parameter", "mu"], "the model has `theta`"),
    (["bernoulli", "--range", "1"], "not a range"),
    (["bernoulli", "--kind", "pie"], "pie"),
    (["log p = -log(theta), 0 < x < theta"], "no plot of the kind `information`"),
  ]

  @Test(arguments: refused)
  func whatCannotBePlottedIsSaid(arguments: [String], says: String) throws {
    let run = try BuiltProgram.run(["plot"] + arguments)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains(says), "\(run.errors)")
  }

  @Test(
    .enabled(if: isConverterInstalled, "no rsvg-convert is installed; Scripts/setup.sh --with-browser installs one"))
  func drawingsBecomeDocuments() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "derive-\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try BuiltProgram.run(["plot", "bernoulli", "-o", file.path]).status == 0)
    #expect(try Data(contentsOf: file).starts(with: Data("%PDF".utf8)))
    #expect(!FileManager.default.fileExists(atPath: file.path + ".svg"))
  }

  static let isConverterInstalled = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/rsvg-convert") }
}
