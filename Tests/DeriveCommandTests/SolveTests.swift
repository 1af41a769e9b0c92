import Foundation
import Testing

/// Solutions and textbooks: what they say, that LaTeX sets them without a complaint, and that statuses are kept.
@Suite struct SolveTests {
  private static func text(_ arguments: [String]) throws -> String {
    let run = try BuiltProgram.run(["solve"] + arguments + ["--format", "text"])
    #expect(run.errors.isEmpty, "\(run.errors)")
    return run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The sign of ξ decides on which side the support lies.
  static let pareto = "log p(x | s, xi) = -log(s) - (1+1/xi)*log(1+xi*x/s), x > 0, 1 + xi*x/s > 0, s > 0, xi > -1/2"

  @Test func eachCaseOfASignIsSolved() throws {
    let text = try Self.text([Self.pareto])
    for words in ["ONE MODEL IN 2 CASES", "The case ξ > 0", "The case ξ < 0"] { #expect(text.contains(words)) }
    #expect(text.matches(of: /Cramér–Rao bound/).count >= 2)
    let page = try BuiltProgram.run(["solve", Self.pareto, "--format", "html"])
    #expect(page.status == 0)
    for name in ["case-1-information", "case-2-information"] { #expect(page.output.contains(name), "\(name)") }
    let assumed = try Self.text([Self.pareto, "--assume", "xi < 0"])
    #expect(!assumed.contains("The case"))
  }

  @Test func theParameterisationOfANamedDistributionIsSaid() throws {
    #expect(try Self.text(["x ~ N(mu, s^2)"]).contains("N is read with mean = mu, variance = s^2"))
  }

  static let statements: [(arguments: [String], says: [String])] = [
    (["bernoulli"], ["the sample mean, is unbiased for θ and attains the bound"]),
    (["exponential-mean"], ["the sample mean, is unbiased for μ and attains"]),
    (["exponential"], ["no unbiased estimator of rate attains", "unbiased for m = 1/rate", "so rate is canonical"]),
    // A parameter m is not the mean m of a statistic.
    (["truncated-normal"], ["unbiased for M = m + s φ(m/s)/Φ(m/s)", "In the mean-value parameter M = A′(m)"]),
    (["normal"], ["Orthogonal parameters: μ ⟂ v", "μ̂, the sample mean", "no unbiased estimator of v attains"]),
    (["gamma"], ["falls to the efficient information"]),
    (
      ["log p = -log(theta), 0 < x < theta"],
      [
        "E[s] ≠ 0", "leaves a boundary term",
        "by Leibniz's rule it is the mean of the score plus 1/θ, the density at the moving bound",
      ]
    ),
    (["dirichlet-3"], ["the Schur complement of their part of the matrix"]),
    (["laplace"], ["is the mean of s sᵀ, and not the mean of −H", "the log-density has a kink at x = μ"]),
    (
      ["logistic-regression"],
      [
        "has rank 1 and no inverse: it says nothing about the direction (x, −1)",
        "The informations of n independent observations add up:",
      ]
    ),
    (["negative-binomial"], ["agrees numerically, not proved", "digits agreed", "E[ψ₁(r) − ψ₁(r + x)]"]),
    (
      ["log p(x | a) ~ (a-1)*log(x) - x, 0 < x < 1, a > 0"],
      ["Here Z(a) makes the density integrate to 1", "−H does not depend on the observations"]
    ),
    (["cardioid"], ["4 I(r) = ──────────────────── 1 + √(1 − 4r²) − 4r²", "Var(r̂) ≥ ──────────────────── 4n"]),
    (["wrapped-cauchy"], ["(1 − r²)² Var(r̂) ≥ ───────── 2n"]),
    (
      ["bernoulli", "--coordinates", "theta = 1/(1 + exp(-eta)), eta in R"],
      ["Both are the same vector: the natural gradient does not depend on the coordinates"]
    ),
    (["log p(x | theta) = -(x-theta^2)^2/2 - log(2*pi)/2, x in R"], ["The information is singular at θ = 0"]),
  ]

  @Test(arguments: statements)
  func solutionsSayWhatFollows(arguments: [String], says: [String]) throws {
    let text = try Self.text(arguments)
    for sentence in says { #expect(text.contains(sentence), "\(sentence)") }
  }

  @Test func detailGrows() throws {
    let lengths = try ["brief", "normal", "full"].map { try Self.text(["gamma", "--detail", $0]).count }
    #expect(lengths[0] < lengths[1] && lengths[1] < lengths[2])
  }

  @Test func fragmentsHaveNoPreamble() throws {
    let run = try BuiltProgram.run(["solve", "bernoulli", "--fragment"])
    #expect(!run.output.contains("documentclass") && run.output.contains(#"\section*{Score}"#))
  }

  @Test func statusesAreThoseOfTheReports() throws {
    #expect(try BuiltProgram.run(["solve", "log p = -log(theta), 0 < x < theta"]).status == 4)
    #expect(try BuiltProgram.run(["solve", "log p = lgama(x)"]).status == 2)
    let run = try BuiltProgram.run(["solve", "bernoulli", "--coordinates", "eta = 3"])
    #expect(run.status == 2 && run.errors.contains("do not say what `theta` is"), "\(run.errors)")
  }

  @Test(
    .enabled(if: LaTeXCompiler.isInstalled, "no pdflatex is installed; Scripts/setup.sh --with-tex installs one"),
    arguments: ["bernoulli", "gamma", "weibull", "student-known-nu", "kumaraswamy", "gumbel"])
  func solutionsCompileWithoutWideLines(family: String) throws {
    let document = try BuiltProgram.run(["solve", family, "--detail", "full"]).output
    let log = try LaTeXCompiler.compile(document)
    #expect(log == nil, "\(log ?? "")")
  }

  @Test func whatFollowsFromTheDomainsGoesWithoutSaying() throws {
    #expect(!(try Self.text(["normal"]).contains("for 1/(2v) > 0")))
    #expect(try Self.text(["normal", "--detail", "full"]).contains("for 1/(2v) > 0"))
  }

  @Test func pagesHavePlotsAndDocumentsOnDemand() throws {
    let page = try BuiltProgram.run(["solve", "gamma", "--format", "html"]).output
    #expect(page.matches(of: /<svg\s/).count == 7, "two informations, two scores, two divergences, ellipses")
    #expect(
      !(try BuiltProgram.run(["solve", "gamma", "--format", "html", "--detail", "brief"]).output.contains("<svg")))
    let run = try BuiltProgram.run(["solve", "gamma", "--plots"])
    #expect(run.status == 2 && run.errors.contains("needs --output"), "\(run.errors)")
  }

  @Test(
    .enabled(
      if: LaTeXCompiler.isInstalled && PlotTests.isConverterInstalled,
      "no pdflatex or no rsvg-convert is installed; Scripts/setup.sh --with-tex --with-browser installs them"))
  func documentsShowTheirPlots() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "derive-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let document = folder.appending(path: "poisson.tex")
    #expect(try BuiltProgram.run(["solve", "poisson", "--plots", "-o", document.path]).status == 0)
    let text = try String(contentsOf: document, encoding: .utf8)
    #expect(text.contains("amsmath,amssymb,graphicx"))
    let files = text.matches(of: /includegraphics\[[^\]]*\]\{([^}]*)\}/).map { String($0.output.1) }
    #expect(files == ["poisson-information.pdf", "poisson-score.pdf", "poisson-divergence.pdf"])
    for file in files {
      #expect(try Data(contentsOf: folder.appending(path: file)).starts(with: Data("%PDF".utf8)))
    }
  }

  @Test func theTextbookIsSolvedWhole() throws {
    let run = try BuiltProgram.run(["textbook", "--format", "html"])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let titles = run.output.matches(of: /<h2 id="section-\d+">(\d+)\.[ ]/)
    #expect(titles.count == 10)
    for part in ["(a)", "(b)", "(c)", "(d)", "(e)"] { #expect(run.output.contains(part)) }
    let identifiers = run.output.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
    #expect(Set(identifiers).count == identifiers.count)
    #expect(identifiers.contains { $0.contains("exercise-1-information") }, "an exercise shows its plots")
  }

  @Test(.enabled(if: LaTeXCompiler.isInstalled, "no pdflatex is installed; Scripts/setup.sh --with-tex installs one"))
  func theTextbookCompiles() throws {
    let log = try LaTeXCompiler.compile(try BuiltProgram.run(["textbook"]).output)
    #expect(log == nil, "\(log ?? "")")
  }

  @Test func mistakesInAnExerciseArePointedAt() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "derive-\(UUID().uuidString).exercise")
    defer { try? FileManager.default.removeItem(at: file) }
    let lines = ["exercise one", "  title One", "  question What", "  model log p = lgama(x)"]
    try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    let run = try BuiltProgram.run(["textbook", file.path])
    #expect(run.status == 2)
    #expect(run.errors.contains(":4:17") && run.errors.contains("did you mean `lgamma`?"), "\(run.errors)")
  }
}
