import Foundation
import Testing

/// The whole file of independent reference results, run by the program: the counts below must not fall.
///
/// The entries tagged `canonical` are compared at both of their points, the others at the first, and to fewer digits than
/// the program compares unasked, to keep the time of an unoptimised build bearable.
@Suite struct ReferenceTests {
  static let digits = 20

  /// Rows of the totals, with how many there must be at least, or at most.
  static let atLeast = [
    "closed forms derived": 90, "entries at most 1.5 times as long as stated": 258, "irregular found": 11,
    "numbers agreed to \(digits) digits": 134,
  ]
  static let atMost = ["no result": 3, "wrong": 0]

  @Test func theCountsDoNotFall() throws {
    let file = BuiltProgram.root.appending(path: "Tests/Reference/public.json")
    let entries = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [[String: Any]])
    #expect(entries.count == 143)
    let shortened = entries.map { entry in
      let isCanonical = (entry["kinds"] as? [String])?.contains("canonical") == true
      let points = entry["points"] as? [Any] ?? []
      return entry.merging(["points": isCanonical ? points : Array(points.prefix(1))]) { $1 }
    }
    let scratch = FileManager.default.temporaryDirectory.appending(path: "derive-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: scratch) }
    try JSONSerialization.data(withJSONObject: shortened).write(to: scratch)
    let run = try BuiltProgram.run([
      "verify", "--reference", scratch.path, "--digits", "\(Self.digits)", "--time-limit", "120",
    ])
    #expect(run.status == 0, "\(run.output)")
    let totals = Self.totals(run.output)
    for (row, count) in Self.atLeast { #expect(try #require(totals[row]) >= count, "\(row)\n\(run.output)") }
    for (row, count) in Self.atMost { #expect(try #require(totals[row]) <= count, "\(row)\n\(run.output)") }
  }

  /// What must never fail: derived, proved equal and agreed to 38 digits at both points; the one that is irregular found
  /// to be so.
  @Test func everyCanonicalEntryIsVerified() throws {
    let file = BuiltProgram.root.appending(path: "Tests/Reference/public.json")
    let entries = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [[String: Any]])
    let canonical = entries.filter { ($0["kinds"] as? [String])?.contains("canonical") == true }
    #expect(canonical.count == 15)
    let ids = canonical.compactMap { $0["id"] as? String }
    let run = try BuiltProgram.run(["verify", "--reference", file.path] + ids)
    #expect(run.status == 0, "\(run.output)")
    for (id, entry) in zip(ids, canonical) {
      let verdict = entry["regular"] as? Bool == true ? "verified +closed form proved" : "irregular +-"
      #expect(run.output.contains(try Regex("(?m)^\(id) +\(verdict) +38 digits at 2 points")), "\(id)")
    }
  }

  /// The first number of each row of totals.
  static func totals(_ output: String) -> [String: Int] {
    var totals: [String: Int] = [:]
    for line in output.split(separator: "\n") {
      guard let match = line.wholeMatch(of: /(.*?) {2,}(\d+)( of \d+)?/), let count = Int(match.2) else { continue }
      totals[String(match.1)] = count
    }
    return totals
  }
}
