import ArgumentParser

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The program: from its arguments to its exit status.
public enum DeriveTool {
  /// Runs the program with the arguments of the process and ends the process.
  public static func main() -> Never {
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  /// Runs the program with some arguments.
  static func run(_ arguments: [String]) -> ExitStatus {
    do {
      var command = try command(ArgumentArrangement.arranged(arguments))
      if let fisher = command as? FisherCommand { return FisherRun(fisher, arguments: arguments).status() }
      if let families = command as? FamiliesCommand { return FamiliesRun(families).status() }
      if let verify = command as? VerifyCommand { return VerifyRun(verify).status() }
      if let solve = command as? SolveCommand { return SolveRun(solve).status() }
      if let plot = command as? PlotCommand { return PlotRun(plot).status() }
      if let textbook = command as? TextbookCommand { return TextbookRun(textbook).status() }
      if command is LanguageCommand { return LanguageRun().status() }
      if let check = command as? CheckCommand { return CheckRun(check).status() }
      try command.run()
      return .success
    } catch {
      return ended(by: error)
    }
  }

  /// The command that arguments ask for.
  ///
  /// The one that they name reads them alone, which takes less time than to go down to it from the root. Help, versions and
  /// wrong usage are for the root, which knows how to speak of them.
  private static func command(_ arguments: [String]) throws -> any ParsableCommand {
    let named = DeriveRoot.configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    if let named, let command = try? named.parse(Array(arguments.dropFirst())) { return command }
    return try DeriveRoot.parseAsRoot(arguments)
  }

  /// Help and versions are results; everything else that the argument parser says is about wrong usage.
  private static func ended(by error: any Error) -> ExitStatus {
    let message = DeriveRoot.fullMessage(for: error) + "\n"
    guard DeriveRoot.exitCode(for: error).isSuccess else {
      StandardStream.error.write(message)
      return .usage
    }
    StandardStream.output.write(message)
    return .success
  }
}
