import ArgumentParser

/// The arguments of `derive verify`; `VerifyRun` does the work.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Compare published results with what is derived.",
    usage: """
      derive verify
      derive verify weibull my-own.family
      derive verify --reference results.json
      """,
    discussion: """
      Each published value is compared with the derived one, by proof and by numbers. The derivation sees no claim.

      Exit status: 0 everything is as expected; 1 something could not be decided; 2 wrong input or usage; 3 symbolic and \
      numeric results disagree; 5 a claim was refuted, or one marked `expect refuted` holds, or a reference is contradicted.
      """,
    version: ProgramVersion.text)

  @Argument(
    help: ArgumentHelp(
      "Names of families or .family files; all families if none. With --reference: the entries to run.",
      valueName: "name"))
  var names: [String] = []

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Run a file of reference results instead.", valueName: "file"))
  var reference: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Significant digits of the comparison.", valueName: "n"))
  var digits: Int = 38

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Give up on a model after so many seconds.", valueName: "seconds"))
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
