import ArgumentParser
import FisherInformation

/// The arguments of `derive check`; `CheckRun` does the work.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Compare all ways to the Fisher information at one point.",
    usage: """
      derive check <model> [<options>]
      derive check gamma --at alpha=5/2,beta=3/2 --digits 100
      derive check "log p = x*log(theta) + (1-x)*log(1-theta)" --replay pari -o check.gp
      """,
    discussion: """
      The normaliser, the mean of the score, and each entry of the information four times: as E[s sᵀ], as E[-H], as the \
      Hessian of the Kullback-Leibler divergence (second differences of the density; no derivative is used), and in \
      closed form; each with the digits that are known, and those on which two agree; digits are certified where the \
      bound of the error is proven, rounding included. Where the score has not mean zero, its covariance is a way of its \
      own. `--replay` writes a script with which the check is repeated without this program.

      Where a sign decides on which side the support lies, a point of each case is checked, or that of --at.

      Exit status: 0 all agree; 1 a limit was reached, or no normaliser was found; 2 wrong input or usage, or what is no \
      density; 3 a closed form differs from every integral; 4 the integrals differ from each other, or diverge.
      """,
    version: ProgramVersion.text)

  @Argument(
    help: ArgumentHelp(
      "A log-density, `-` for standard input, a .family file, or the name of a family.", valueName: "model"))
  var model: String

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("The point; values are exact. A typical one if none is given.", valueName: "name=value,…"))
  var at: [String] = []

  @Option(parsing: .unconditional, help: ArgumentHelp("Significant digits.", valueName: "n"))
  var digits: Int = 50

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Further conditions on parameters, e.g. \"k > 2\".", valueName: "conditions"))
  var assume: [String] = []

  @Option(parsing: .unconditional, help: "The form of the table.")
  var format: CheckFormat = .text

  @Option(parsing: .unconditional, help: "Write a script for another system instead.")
  var replay: ReplayLanguage?

  @Option(
    name: [.short, .long], parsing: .unconditional,
    help: ArgumentHelp("Write to a file.", valueName: "file"))
  var output: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Give up after so many seconds.", valueName: "seconds"))
  var timeLimit: Double = 60

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Folders with .family files, separated by colons.", valueName: "folders"))
  var families: String?

  func validate() throws {
    guard (1...FisherCommand.maximumDigits).contains(digits) else {
      throw ValidationError("the number of digits must lie between 1 and \(FisherCommand.maximumDigits)")
    }
    guard timeLimit > 0, timeLimit.isFinite else {
      throw ValidationError("the time limit must be a positive number of seconds")
    }
  }
}

extension ReplayLanguage: ExpressibleByArgument {}
