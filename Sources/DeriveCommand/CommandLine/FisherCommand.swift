import ArgumentParser

/// The arguments of `derive fisher`; `FisherRun` does the work.
struct FisherCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fisher",
    abstract: "Derive the Fisher information of a density from its logarithm.",
    usage: """
      derive [fisher] [<options>] <model>
      derive "log p = x*log(theta) + (1-x)*log(1-theta)"
      derive "log p(x | mu, v) = -(x-mu)^2/(2*v) - log(2*pi*v)/2, v > 0" --steps
      derive "log p ~ (a-1)*log(x) - b*x, x > 0" --at a=5/2,b=1 --digits 100
      """,
    discussion: """
      The model is a log-density, then its support and the domains of its parameters, separated by commas. `=` states a \
      normalised density, `~` one up to a factor. What is not said is inferred where only one choice normalises.

      Exit status: 0 verified, or numeric with agreed digits; 1 undecided, or a limit was reached; 2 wrong input or \
      usage; 3 symbolic and numeric results disagree; 4 irregular; 5 a claim was refuted.
      """,
    version: ProgramVersion.text)

  @Argument(
    help: ArgumentHelp(
      "A log-density, `-` for standard input, a .family file, or the name of a family.", valueName: "model"))
  var model: String

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Compare numbers at this point only; values are exact.", valueName: "name=value,…"))
  var at: [String] = []

  @Option(parsing: .unconditional, help: ArgumentHelp("Significant digits of the comparison.", valueName: "n"))
  var digits: Int = 50

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Further conditions on parameters, e.g. \"k > 2\".", valueName: "conditions"))
  var assume: [String] = []

  @Option(parsing: .unconditional, help: "The form of the report.")
  var format: OutputFormat = .text

  @Flag(help: "Write text in plain ASCII, as on a terminal without Unicode.")
  var ascii = false

  @Flag(help: "Show every step of the derivation.")
  var steps = false

  @Option(
    name: [.short, .long], parsing: .unconditional,
    help: ArgumentHelp("Write the report to a file.", valueName: "file"))
  var output: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Give up after so many seconds.", valueName: "seconds"))
  var timeLimit: Double = 60

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Integrate on so many threads; as many as there are processors if not given. The report does not depend on it.",
      valueName: "n"))
  var threads: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Folders with .family files, separated by colons.", valueName: "folders"))
  var families: String?

  /// The largest number of digits that may be asked for.
  static let maximumDigits = 10_000

  static let maximumThreads = 64

  func validate() throws {
    guard (1...Self.maximumDigits).contains(digits) else {
      throw ValidationError("the number of digits must lie between 1 and \(Self.maximumDigits)")
    }
    guard (1...Self.maximumThreads).contains(threads ?? 1) else {
      throw ValidationError("the number of threads must lie between 1 and \(Self.maximumThreads)")
    }
    guard timeLimit > 0, timeLimit.isFinite else {
      throw ValidationError("the time limit must be a positive number of seconds")
    }
  }
}
