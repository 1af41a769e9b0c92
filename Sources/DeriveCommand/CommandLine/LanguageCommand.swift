import ArgumentParser

/// The arguments of `derive language`; `LanguageRun` does the work.
struct LanguageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language", abstract: "Print the reference of the language in which models are written.",
    usage: "derive language", version: ProgramVersion.text)
}
