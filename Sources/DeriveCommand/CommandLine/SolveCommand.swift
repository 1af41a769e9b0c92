import ArgumentParser
import Typesetting

/// The arguments of `derive solve`; `SolveRun` does the work.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve", abstract: "Write the derivation as the solution of an exercise.",
    usage: """
      derive solve <model> [<options>]
      derive solve gamma -o gamma.tex
      derive solve "log p = x*log(theta) + (1-x)*log(1-theta)" --detail full -o bernoulli.html
      derive solve bernoulli --coordinates "theta = 1/(1 + exp(-eta))"
      """,
    discussion: """
      Problem, setting, log-likelihood, score, Hessian, expectations, information, both Bartlett identities, the \
      Cramér–Rao bound and who attains it, and remarks. Every equality is a step that was taken and checked.

      Exit status: as for `derive fisher`.
      """,
    version: ProgramVersion.text)

  @Argument(
    help: ArgumentHelp(
      "A log-density, `-` for standard input, a .family file, or the name of a family.", valueName: "model"))
  var model: String

  @Option(parsing: .unconditional, help: "How much is shown.")
  var detail: SolutionDetail = .normal

  @Option(
    parsing: .unconditional,
    help: "The form of the solution; else by the end of the file's name, and LaTeX where that says nothing.")
  var format: SolutionFormat?

  @Flag(help: "Write LaTeX without a preamble, for use inside another document.")
  var fragment = false

  @Flag(
    help: "Put plots into a LaTeX solution, as PDF files beside it; needs rsvg-convert. A page has them anyway.")
  var plots = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Old parameters as functions of new ones, to solve in both.", valueName: "equations"))
  var coordinates: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Further conditions on parameters, e.g. \"k > 2\".", valueName: "conditions"))
  var assume: [String] = []

  @Option(
    name: [.short, .long], parsing: .unconditional,
    help: ArgumentHelp("Write the solution to a file.", valueName: "file"))
  var output: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Give up after so many seconds.", valueName: "seconds"))
  var timeLimit: Double = 60

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Folders with .family files, separated by colons.", valueName: "folders"))
  var families: String?

  func validate() throws {
    guard timeLimit > 0, timeLimit.isFinite else {
      throw ValidationError("the time limit must be a positive number of seconds")
    }
    guard !plots || output != nil else {
      throw ValidationError("--plots writes files beside the solution and needs --output")
    }
  }
}

extension SolutionDetail: ExpressibleByArgument {}
