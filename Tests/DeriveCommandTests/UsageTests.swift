import Foundation
import Testing

/// Streams, exit statuses and options, as the contract of the command line states them.
@Suite struct UsageTests {
  static let model = "log p = x*log(theta) + (1-x)*log(1-theta)"

  static let wrong: [(arguments: [String], says: String)] = [
    ([], "Missing expected argument"),
    (["--fromat", "json", model], "--fromat"),
    (["--format", "yaml", model], "text"),
    (["--digits", "0", model], "between 1 and"),
    (["--digits", "many", model], "--digits"),
    (["--time-limit", "-1", model], "positive"),
    ([model, model], "Unexpected argument"),
    (["--at", "theta", model], "expected `name=value`"),
    (["--at", "theta=x", model], "not a rational number"),
    (["--at", "theta=2", model], "outside"),
    (["--at", "phi=1/2", model], "phi"),
    ([""], "expected a model"),
    (["weibul"], "did you mean `weibull`?"),
    (["missing.family"], "missing.family"),
    (["log p = x*log(theta) + (1-x"], "never closed"),
    (["log p = lgama(x)"], "did you mean `lgamma`?"),
    (["-log(thta"], "never closed"),
    (["log p = x*log(theta) + (1-x)*log(1-theta), theta in (2, 1)"], "empty"),
    (["log p = -x^2/2"], "sqrt(2*pi)"),
    (["--assume", "thet > 1/2", model], "did you mean `theta`?"),
    (["--assume", "q > 2", model], "`q` stands nowhere in the model"),
  ]

  @Test(arguments: wrong)
  func wrongInputIsExplainedOnTheErrorStream(arguments: [String], says: String) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(says), "\(outcome.errors)")
  }

  @Test func helpAndVersionAreResults() throws {
    for arguments in [["--help"], ["help"], ["fisher", "-h"]] {
      let help = try BuiltProgram.run(arguments)
      #expect(help.status == 0 && help.errors.isEmpty)
      #expect(help.output.contains("USAGE"))
    }
    let help = try BuiltProgram.run(["--help"]).output
    for option in ["--at", "--digits", "--assume", "--format", "--steps", "-o", "--time-limit", "--families"] {
      #expect(help.contains(option))
    }
    let version = try BuiltProgram.run(["--version"])
    #expect(version.status == 0)
    #expect(version.output.contains(/derive \d+\.\d+\.\d+\nGMP \d+\.\d+.*\nMPFR \d+\.\d+/))
    let completion = try BuiltProgram.run(["--generate-completion-script", "bash"])
    #expect(completion.status == 0 && completion.output.contains("derive"))
  }

  @Test func aModelComesFromStandardInput() throws {
    let typed = try BuiltProgram.run([Self.model])
    let read = try BuiltProgram.run(["-"], input: Data((Self.model + "\n").utf8))
    #expect(read.status == 0)
    #expect(read.output == typed.output)
  }

  @Test func standardInputIsBoundedAndMustBeText() throws {
    let nested = try BuiltProgram.run(["-"], input: Data(String(repeating: "(", count: 10_000).utf8))
    #expect(nested.status == 1)
    #expect(nested.errors.contains("nested more than"))
    let long = try BuiltProgram.run(["-"], input: Data(repeating: UInt8(ascii: "x"), count: 17 << 20))
    #expect(long.status == 1)
    #expect(long.errors.contains("longer than"))
    let binary = try BuiltProgram.run(["-"], input: Data([0xFF, 0xFE, 0x00]))
    #expect(binary.status == 2)
    #expect(binary.errors.contains("not valid UTF-8"))
  }

  @Test func aModelMayBeginWithADash() throws {
    let uniform = try BuiltProgram.run(["-log(theta), 0 < x < theta"])
    #expect(uniform.status == 4)
    #expect(uniform.output.contains("E[s]  ≠ 0        fails"))
    #expect(!uniform.output.contains("I(θ)"))
    let (status, object) = try BuiltProgram.object(["-x^2/2 + x*m - m^2/2 - log(2*pi)/2, x in R"])
    #expect(status == 0)
    #expect(object["fisher"] as? [[String]] == [["1"]])
  }

  @Test func thePointIsExactAndAllDigitsAreShown() throws {
    let outcome = try BuiltProgram.run([Self.model, "--at", "θ=0.4", "--digits", "30"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("at θ = 2/5"))
    #expect(outcome.output.contains("4.16666666666666666666666666667"))
  }

  @Test func theReportGoesToAFile() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "derive-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    let outcome = try BuiltProgram.run([Self.model, "--format", "json", "-o", file.path])
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    #expect(object?["status"] as? String == "verified")
    let nowhere = try BuiltProgram.run([Self.model, "-o", "/nowhere/report.txt"])
    #expect(nowhere.status == 2)
    #expect(nowhere.errors.contains("cannot write"))
  }

  @Test func aFailureIsAnObjectToo() throws {
    let outcome = try BuiltProgram.run(["log p = lgama(x)", "--format", "json"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("did you mean"))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["status"] as? String == "undecided")
    let diagnostics = try #require(object["diagnostics"] as? [[String: Any]])
    #expect(diagnostics[0]["column"] as? Int == 9)
  }

  @Test func nothingIsColouredAwayFromATerminal() throws {
    let outcome = try BuiltProgram.run([Self.model], environment: ["TERM": "xterm-256color"])
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(!(try BuiltProgram.run(["log p = lgama(x)"]).errors.contains("\u{1B}")))
  }

  @Test func aFamilyIsFoundByNameAndByFile() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "derive-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = """
      family mine
        title      Mine
        variable   x in (0, inf)
        parameter  r in (0, inf)  typical 1, 2
        log density  log(r) - r*x

      """
    try text.write(to: folder.appending(path: "mine.family"), atomically: true, encoding: .utf8)
    let byName = try BuiltProgram.run(["mine", "--families", folder.path])
    #expect(byName.status == 0, "\(byName.errors)")
    #expect(byName.output.contains("I(r) =  ───"))
    let byFile = try BuiltProgram.run([folder.appending(path: "mine.family").path])
    #expect(byFile.output == byName.output)
  }
}
