/// Arguments put in an order that the argument parser cannot misread: the command, the options, `--`, the models.
///
/// A model may begin with `-`, as in `derive "-x^2/2 - log(2*pi)/2"`: whatever begins with a dash, and is neither an option
/// of the program nor shaped like one, is taken for a model.
enum ArgumentArrangement {
  /// Options that take the next argument as their value.
  static let valued: Set<String> = [
    "--at", "--digits", "--assume", "--format", "-o", "--output", "--time-limit", "--families", "--tag", "--reference",
    "--detail", "--coordinates", "--kind", "--parameter", "--range", "--title", "--replay",
    "--threads",
  ]

  /// Options without a value.
  static let flags: Set<String> = ["--steps", "--fragment", "--ascii", "--tags", "--help", "-h", "--version"]

  /// The names of the commands.
  static let commands: Set<String> = [
    "fisher", "solve", "plot", "textbook", "families", "verify", "check", "language", "help",
  ]

  /// The arguments in order.
  static func arranged(_ arguments: [String]) -> [String] {
    if let first = arguments.first, first == "help" || isForTheParser(first) { return arguments }
    var command = "fisher"
    var rest = arguments[...]
    if let first = rest.first, commands.contains(first) {
      command = first
      rest = rest.dropFirst()
    }
    var options: [String] = []
    var models: [String] = []
    while let argument = rest.popFirst() {
      if argument == "--" {
        models += rest
        break
      }
      if valued.contains(argument) {
        options.append(argument)
        if let value = rest.popFirst() { options.append(value) }
      } else if isOption(argument) {
        options.append(argument)
      } else {
        models.append(argument)
      }
    }
    return [command] + options + (models.isEmpty ? [] : ["--"] + models)
  }

  /// Whether an argument asks the argument parser itself for something, such as a completion script.
  private static func isForTheParser(_ argument: String) -> Bool {
    argument.hasPrefix("--generate-completion-script") || argument.hasPrefix("--experimental-")
  }

  /// Whether an argument is an option, or a misspelt one: two dashes and letters, up to an equals sign.
  private static func isOption(_ argument: String) -> Bool {
    if flags.contains(argument) || argument.hasPrefix("-o=") { return true }
    guard argument.hasPrefix("--") else { return false }
    let name = argument.dropFirst(2).prefix { $0 != "=" }
    return !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") }
  }
}
