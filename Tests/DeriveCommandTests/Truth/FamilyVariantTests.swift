import FamilyCatalog
import Foundation
import TestSupport
import Testing

/// Families renamed and rearranged: the derivation sees another text and must come to the same information.
@Suite struct FamilyVariantTests {
  static let seed: UInt64 = 20_261_124

  static let catalog = FamilyCatalog(folders: [BuiltProgram.root.appending(path: "Families").path])

  /// Families whose claims hold by their numbers, while the program finds no closed form of some entry.
  static let unclosed: Set = [
    "censored-geometric", "continuous-bernoulli", "exponential-geometric", "farlie-gumbel-morgenstern-copula",
    "inverse-binomial", "planck", "raised-cosine", "simplex",
  ]

  /// Every twelfth family is run in any case.
  @Test func aSampleHasTheSameInformationRenamedAndRearranged() throws {
    print("family variants: seed \(Self.seed)")
    let names = Self.catalog.names.enumerated().filter { $0.offset % 12 == 5 }.map(\.element)
    let entries = try Self.entries(names, seed: Self.seed)
    #expect(entries.count >= 10)
    try Self.expectTheSame(entries)
  }

  /// One part of the catalogue a run of the program: every sixth family.
  /// The whole catalogue takes many minutes in a debug build; `Scripts/variants.sh` runs it in an optimised one.
  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["DERIVE_LONG_TESTS"] != nil, "DERIVE_LONG_TESTS is not set"),
    arguments: 0..<6)
  func everyFamilyHasTheSameInformationRenamedAndRearranged(part: Int) throws {
    let seed = Self.seed + UInt64(part)
    print("family variants: seed \(seed)")
    let names = Self.catalog.names.enumerated().filter { $0.offset % 6 == part }.map(\.element)
    let entries = try Self.entries(names, seed: seed)
    #expect(entries.count >= 15)
    try Self.expectTheSame(entries)
  }

  /// Where `Scripts/variants.sh` has asked for one, writes a file of the whole catalogue for the program to run.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["VARIANTS_FILE"] != nil, "VARIANTS_FILE is not set"))
  func writesTheFileThatIsAskedFor() throws {
    let environment = ProcessInfo.processInfo.environment
    let path = try #require(environment["VARIANTS_FILE"])
    let seed = try #require(UInt64(environment["VARIANTS_SEED"] ?? "1"))
    print("family variants: seed \(seed)")
    try Self.file(try Self.entries(Self.catalog.names, seed: seed)).write(to: URL(filePath: path))
  }

  /// The families in other clothes, as entries of a file of reference results.
  private static func entries(_ names: [String], seed: UInt64) throws -> [[String: Any]] {
    var random = SplitMix(seed: seed)
    return try names.compactMap { FamilyVariant(try catalog.family(named: $0), using: &random).entry }
  }

  private static func file(_ entries: [[String: Any]]) throws -> Data {
    try JSONSerialization.data(withJSONObject: entries, options: [.sortedKeys, .prettyPrinted])
  }

  private static func expectTheSame(_ entries: [[String: Any]]) throws {
    let place = FileManager.default.temporaryDirectory.appending(path: "derive-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: place) }
    try file(entries).write(to: place)
    let run = try BuiltProgram.run(["verify", "--reference", place.path, "--digits", "15", "--time-limit", "120"])
    #expect(run.status == 0, "\(run.output)")
    let totals = ReferenceTests.totals(run.output)
    #expect(totals["wrong"] == 0 && totals["no result"] == 0 && totals["undecided"] == 0, "\(run.output)")
    #expect(totals["irregular found"] == entries.filter { $0["regular"] as? Bool == false }.count, "\(run.output)")
    let closed = entries.filter { $0["closed_form"] != nil && !unclosed.contains($0["id"] as? String ?? "") }.count
    #expect(try #require(totals["closed forms derived"]) >= closed, "\(run.output)")
  }

  static let sums = [
    ("a - b", "-b + a"), ("(k - 1)*log(x) - x", "k*log(x) - 1*log(x) - x"),
    ("log(a) + log(b) - 2^-x", "log((a)*(b)) - 2^-x"),
    ("-x^2/2 + 2*x", "2*x - x^2/2"),
  ]

  /// Rearranging keeps the terms: one of a few seeds comes to the expected form.
  @Test(arguments: sums)
  func aSumIsWrittenInAnotherWay(sum: String, other: String) {
    let forms = (0..<UInt64(64)).map { seed -> String in
      var random = SplitMix(seed: seed)
      return TermList(sum).rearranged(using: &random)
    }
    #expect(forms.contains(other), "\(Set(forms).sorted())")
    #expect(forms.contains(sum))
  }

  @Test func functionsKeepTheirNames() {
    #expect(
      FamilyVariant.renamed("beta*lbeta(a, beta) + log(a)", ["beta": "q", "a": "log"]) == "q*lbeta(log, q) + log(log)")
  }
}
