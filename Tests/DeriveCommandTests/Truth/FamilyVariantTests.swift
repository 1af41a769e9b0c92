import FamilyCatalog
import Foundation
import TestSupport
import Testing

/// Families renamed and rearranged: the derivation sees another text and must come to the same information.
@Suite struct FamilyVariantTests {
  static let seed: UInt64 = 20_261_124

  static let catalog = FamilyCatalog(folders: [BuiltProgram.root.appending(path: "Families").path])

  /// One part of the catalogue a run of the program: every sixth family.
  /// The whole catalogue takes many minutes in a debug build.
  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["DERIVE_LONG_TESTS"] != nil, "DERIVE_LONG_TESTS is not set"),
    arguments: 0..<6)
  func everyFamilyHasTheSameInformationRenamedAndRearranged(part: Int) throws {
    let seed = Self.seed + UInt64(part)
    print("family variants: seed \(seed)")
    var random = SplitMix(seed: seed)
    let names = Self.catalog.names.enumerated().filter { $0.offset % 6 == part }.map(\.element)
    let entries = try names.compactMap { FamilyVariant(try Self.catalog.family(named: $0), using: &random).entry }
    #expect(entries.count >= 15)
    let file = FileManager.default.temporaryDirectory.appending(path: "derive-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try JSONSerialization.data(withJSONObject: entries, options: [.sortedKeys, .prettyPrinted]).write(to: file)
    let run = try BuiltProgram.run(["verify", "--reference", file.path, "--digits", "15", "--time-limit", "120"])
    #expect(run.status == 0, "\(run.output)")
    let totals = ReferenceTests.totals(run.output)
    #expect(totals["wrong"] == 0 && totals["no result"] == 0 && totals["undecided"] == 0)
    #expect(totals["closed forms derived"] == entries.filter { $0["closed_form"] != nil }.count, "\(run.output)")
    #expect(totals["irregular found"] == entries.filter { $0["regular"] as? Bool == false }.count, "\(run.output)")
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
