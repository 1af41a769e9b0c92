import ArgumentParser
import Typesetting

/// The arguments of `derive textbook`; `TextbookRun` does the work.
struct TextbookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "textbook", abstract: "Write a set of exercises with their solutions as one document.",
    usage: """
      derive textbook -o textbook.tex
      derive textbook -o textbook.html --detail brief
      derive textbook my-exercises/ one-more.exercise -o sheet.tex
      """,
    discussion: """
      An exercise is a file with a title, a question and a model; nothing in it is an answer. The set that comes with the \
      program is in the folder Textbook.

      Exit status: 0 every exercise was solved, also where the solution is that the theory fails; 1 one was not decided; \
      2 wrong input; 3 symbolic and numeric results disagree.
      """,
    version: ProgramVersion.text)

  @Argument(
    help: ArgumentHelp("Folders and .exercise files; the set of the program if none.", valueName: "place"))
  var places: [String] = []

  @Option(parsing: .unconditional, help: "How much is shown.")
  var detail: SolutionDetail = .normal

  @Option(
    parsing: .unconditional,
    help: "The form of the document; else by the end of the file's name, and LaTeX where that says nothing.")
  var format: SolutionFormat?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The title of the document.", valueName: "text"))
  var title = "Fisher information: exercises with solutions"

  @Option(
    name: [.short, .long], parsing: .unconditional,
    help: ArgumentHelp("Write the document to a file.", valueName: "file"))
  var output: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Give up on an exercise after so many seconds.", valueName: "seconds"))
  var timeLimit: Double = 60

  func validate() throws {
    guard timeLimit > 0, timeLimit.isFinite else {
      throw ValidationError("the time limit must be a positive number of seconds")
    }
  }
}
