import Foundation
import Testing

/// Truth by construction: the information of each case is known before the program sees its density.
@Suite struct TruthTests {
  static let count = 200
  static let seed: UInt64 = 20_261_123

  /// None is wrong, and nearly all have a closed form.
  @Test func casesOfKnownInformationAreNeverWrong() throws {
    print("truth: \(Self.count) cases of seed \(Self.seed)")
    let file = FileManager.default.temporaryDirectory.appending(path: "derive-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try TruthCase.file(count: Self.count, seed: Self.seed).write(to: file)
    let run = try BuiltProgram.run(["verify", "--reference", file.path, "--digits", "15", "--time-limit", "60"])
    #expect(run.status == 0, "\(run.output)")
    let totals = ReferenceTests.totals(run.output)
    #expect(totals["wrong"] == 0)
    #expect(try #require(totals["closed forms derived"]) >= Self.count * 9 / 10, "\(run.output)")
  }

  @Test func theSameSeedMakesTheSameFile() throws {
    #expect(try TruthCase.file(count: 20, seed: 7) == TruthCase.file(count: 20, seed: 7))
    #expect(try TruthCase.file(count: 20, seed: 7) != TruthCase.file(count: 20, seed: 8))
  }

  /// Where `Scripts/truth.sh` has asked for one, writes a file of cases for the program to run.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["TRUTH_FILE"] != nil, "TRUTH_FILE is not set"))
  func writesTheFileThatIsAskedFor() throws {
    let environment = ProcessInfo.processInfo.environment
    let path = try #require(environment["TRUTH_FILE"])
    let count = try #require(Int(environment["TRUTH_COUNT"] ?? "10000"))
    let seed = try #require(UInt64(environment["TRUTH_SEED"] ?? "1"))
    print("truth: \(count) cases of seed \(seed)")
    try TruthCase.file(count: count, seed: seed).write(to: URL(filePath: path))
  }
}
