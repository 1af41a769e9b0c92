import ArgumentParser

/// The command above all others; a model without a command is for `fisher`.
struct DeriveRoot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "derive", abstract: "Derive the Fisher information of a density from its logarithm.",
    version: ProgramVersion.text,
    subcommands: [
      FisherCommand.self, SolveCommand.self, PlotCommand.self, TextbookCommand.self, FamiliesCommand.self,
      VerifyCommand.self, CheckCommand.self, LanguageCommand.self,
    ],
    defaultSubcommand: FisherCommand.self)
}
