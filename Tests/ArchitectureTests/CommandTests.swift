import Foundation
import Testing

/// What the README tells a stranger to type is what the checks run.
@Suite struct CommandTests {
  @Test func theChecksRunTheSecondCommandOfTheReadme() throws {
    let readme = try Repository.text("README.md")
    let commands = readme.split(separator: "\n").filter { $0.hasPrefix("    Scripts/setup.sh &&") }
      .map { $0.trimmingCharacters(in: .whitespaces) }
    try #require(commands.count >= 2, "the README shows the two commands, each on a line of its own")
    #expect(commands[0].contains("swift run -c release derive"))
    #expect(commands[1].hasSuffix("swift test"))
    let checks = try Repository.text(".ci/run").split(separator: "\n").map(String.init)
    #expect(checks.contains { $0.hasPrefix(commands[1]) }, ".ci/run does not run `\(commands[1])`")
    #expect(checks.contains { $0.contains("swift format lint --strict") })
  }

  @Test(arguments: [
    ".ci/run", "Scripts/setup.sh", "Scripts/update-readme.sh", "Scripts/truth.sh", "Scripts/variants.sh",
    "Benchmarks/run.sh",
  ])
  func scriptsAreExecutableAndStopAtTheFirstFailure(path: String) throws {
    #expect(FileManager.default.isExecutableFile(atPath: Repository.root.appending(path: path).path))
    let text = try Repository.text(path)
    #expect(text.hasPrefix("#!/usr/bin/env bash\n"))
    #expect(text.contains("set -euo pipefail"))
  }
}
