import Foundation
import Testing

/// What the README shows is what the program prints; `Scripts/update-readme.sh` writes it there.
@Suite struct ReadmeTests {
  /// A command and the lines that the README shows as its output.
  struct Example: CustomTestStringConvertible {
    let command: String
    let shown: String
    var testDescription: String { command }
  }

  static let examples: [Example] = {
    let readme = (try? String(contentsOf: BuiltProgram.root.appending(path: "README.md"), encoding: .utf8)) ?? ""
    let block = /<!-- output of: (.*) -->\n\n```text\n((?s:.*?))\n```\n\n<!-- end of output -->/
    return readme.matches(of: block).map { Example(command: String($0.output.1), shown: String($0.output.2)) }
  }()

  @Test func everyMarkedCommandHasItsOutput() throws {
    let readme = try String(contentsOf: BuiltProgram.root.appending(path: "README.md"), encoding: .utf8)
    #expect(Self.examples.count == readme.matches(of: /<!-- output of:/).count)
    #expect(Self.examples.count >= 3)
  }

  @Test(arguments: examples)
  func theReadmeShowsWhatTheProgramPrints(example: Example) throws {
    let run = try BuiltProgram.runShell("\(example.command) 2>&1")
    #expect(run.output == example.shown + "\n", "run Scripts/update-readme.sh")
  }
}
