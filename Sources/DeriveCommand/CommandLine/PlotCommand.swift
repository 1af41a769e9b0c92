import ArgumentParser

/// The arguments of `derive plot`; `PlotRun` does the work.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot", abstract: "Plot information, score, divergence or information ellipses.",
    usage: """
      derive plot <model> [<options>]
      derive plot bernoulli -o information.svg
      derive plot gamma --kind ellipses -o ellipses.pdf
      derive plot weibull --kind information --parameter k --at k=3/2,lambda=1 --range 0.2..20
      """,
    discussion: """
      Drawings are SVG; a file whose name ends in .pdf is converted by rsvg-convert, where that is installed. The point \
      at which other parameters stand is that of the report, or that of --at.
      """,
    version: ProgramVersion.text)

  @Argument(
    help: ArgumentHelp(
      "A log-density, `-` for standard input, a .family file, or the name of a family.", valueName: "model"))
  var model: String

  @Option(parsing: .unconditional, help: "What is plotted.")
  var kind: PlotKind = .information

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The parameter that varies; else the first.", valueName: "name"))
  var parameter: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The values of the parameter; else a range around the point.", valueName: "from..to"))
  var range: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("The point around which to plot; values are exact.", valueName: "name=value,…"))
  var at: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Further conditions on parameters, e.g. \"k > 2\".", valueName: "conditions"))
  var assume: [String] = []

  @Option(
    name: [.short, .long], parsing: .unconditional,
    help: ArgumentHelp("Write the plot to a file, .svg or .pdf.", valueName: "file"))
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
  }
}
