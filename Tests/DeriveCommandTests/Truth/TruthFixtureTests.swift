import Foundation
import Testing

/// Cases of known information against numbers that another program has found from their text alone: `truth.json` is written
/// by `Scripts/fixtures/truth.py` with mpmath.
@Suite struct TruthFixtureTests {
  static let digits = 15
  /// The numbers in the file are of the cases of `TruthTests.seed`, but for two kernels that the script leaves out.
  static let count = 222
  static let leftOut = [": zeta", ": laplace"]

  private static func entries(_ data: Data) throws -> [[String: Any]] {
    try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
  }

  static let file = BuiltProgram.root.appending(path: "Tests/Reference/truth.json")

  /// The fixtures are of the very texts that the generator writes today.
  @Test func theTextsAreTheGenerators() throws {
    let fixtures = try Self.entries(Data(contentsOf: Self.file))
    #expect(fixtures.count >= 200)
    let generated = try Self.entries(TruthCase.file(count: Self.count, seed: TruthTests.seed))
      .filter { entry in !Self.leftOut.contains { (entry["id"] as? String)?.contains($0) == true } }
    #expect(generated.compactMap { $0["model"] as? String } == fixtures.compactMap { $0["model"] as? String })
    func closedForms(_ entries: [[String: Any]]) -> [[[String]]] {
      entries.compactMap { $0["closed_form"] as? [[String]] }
    }
    #expect(closedForms(generated) == closedForms(fixtures))
  }

  /// The program's integrals and closed forms come to the numbers of the other program.
  @Test func theNumbersAreThoseOfAnotherProgram() throws {
    let names = try Self.entries(Data(contentsOf: Self.file)).compactMap { $0["id"] as? String }
    let run = try BuiltProgram.run(
      ["verify", "--reference", Self.file.path, "--digits", "\(Self.digits)", "--time-limit", "60"] + names)
    #expect(run.status == 0, "\(run.output)")
    let totals = ReferenceTests.totals(run.output)
    #expect(totals["wrong"] == 0 && totals["entries"] == names.count)
    #expect(try #require(totals["numbers agreed to \(Self.digits) digits"]) >= names.count * 19 / 20, "\(run.output)")
  }
}
