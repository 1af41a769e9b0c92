import ArgumentParser

/// The arguments of `derive families`; `FamiliesRun` does the work.
struct FamiliesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "families", abstract: "List the families that can be called by name.",
    usage: """
      derive families
      derive families weibull
      derive families --tag discrete --tag truncated
      derive families --tags
      """,
    version: ProgramVersion.text)

  @Argument(
    help: ArgumentHelp("Only families with these words in name, title or tags.", valueName: "word"))
  var words: [String] = []

  @Flag(help: "List the tags and how many families have each.")
  var tags = false

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Only families with this tag; may be repeated.", valueName: "tag"))
  var tag: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Folders with .family files, separated by colons.", valueName: "folders"))
  var families: String?
}
