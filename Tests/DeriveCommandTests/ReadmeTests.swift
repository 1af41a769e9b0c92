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

  /// The commands that the README lists without their output; `derive verify` has tests of its own.
  static let listed: [String] = {
    let readme = (try? String(contentsOf: BuiltProgram.root.appending(path: "README.md"), encoding: .utf8)) ?? ""
    return readme.split(separator: "\n").filter { $0.hasPrefix("    derive ") && !$0.contains("verify") }
      .map { $0.trimmingCharacters(in: .whitespaces).replacing(/-o [a-z]+\.[a-z]+/, with: "-o /dev/null") }
  }()

  @Test func commandsAreListed() {
    #expect(Self.listed.count >= 6)
  }

  @Test(arguments: listed)
  func everyListedCommandSucceeds(command: String) throws {
    let run = try BuiltProgram.runShell(command)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: examples)
  func theReadmeShowsWhatTheProgramPrints(example: Example) throws {
    let run = try BuiltProgram.runShell("\(example.command) 2>&1")
    #expect(run.output == example.shown + "\n", "run Scripts/update-readme.sh")
  }
}
