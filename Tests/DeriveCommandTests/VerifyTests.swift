import FamilyCatalog
import Foundation
import Testing

/// `derive verify` and `derive families` as a person runs them.
@Suite struct VerifyTests {
  /// A family with one claim, written to a folder of its own.
  private func verified(_ claim: String, tag: String = "test") throws -> BuiltProgram.Run {
    try withFolder { folder in
      let text = """
        family waiting
          title        A waiting time
          variable     x  in (0, inf)
          parameter    r  in (0, inf)  typical 1, 2
          log density  log(r) - r*x
          tag          \(tag)
          \(claim)
        """
      let file = folder.appending(path: "waiting.family")
      try text.write(to: file, atomically: false, encoding: .utf8)
      return try BuiltProgram.run(["verify", file.path])
    }
  }

  private func withFolder<T>(_ body: (URL) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "derive-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  static let claims: [(claim: String, tag: String, status: Int32, says: String)] = [
    ("claim information r r = 1/r^2 source \"A book\"", "test", 0, "1 proved, 1 as expected"),
    ("claim information r r = 2/r^2 source \"A book\"", "test", 5, "the claim is refuted; its file says that it holds"),
    ("claim information r r = 2/r^2 source \"A book\" expect refuted", "test", 0, "0 proved, 1 as expected"),
    (
      "claim information r r = 1/r^2 source \"A book\" expect refuted", "test", 5,
      "the claim holds; its file says that it is refuted"
    ),
    ("claim information r r = 1/r^2 source \"A book\"", "irregular", 1, "its tags say otherwise"),
  ]

  @Test(arguments: claims)
  func aClaimIsJudged(claim: String, tag: String, status: Int32, says: String) throws {
    let run = try verified(claim, tag: tag)
    #expect(run.status == status)
    #expect(run.output.contains(says), "\(run.output)")
    #expect(run.errors.contains("[1/1] waiting"))
  }

  @Test func aRefutedClaimShowsBothValuesAndTheSource() throws {
    let output = try verified("claim information r r = 2/r^2 source \"A book\"").output
    for part in ["source: A book", "derived: 1/r^2", "stated 0.32", "integrated 0.16"] {
      #expect(output.contains(part), "\(output)")
    }
  }

  /// Every third family, and all with a published error among their claims.
  static let sample: [String] = {
    let catalog = FamilyVariantTests.catalog
    return catalog.names.enumerated().filter { offset, name in
      guard offset % 3 != 0 else { return true }
      return (try? catalog.family(named: name))?.claims.contains { $0.expectation == .refuted } == true
    }.map(\.element)
  }()

  @Test func aThirdOfTheCatalogueIsAsItsFilesSay() throws {
    #expect(Self.sample.count >= 90)
    try expectAsStated(Self.sample)
  }

  /// Every claim of every family that ships: those that hold hold, and the published errors are refuted. `derive verify` of
  /// an optimised build does the same in less time.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["DERIVE_LONG_TESTS"] != nil, "DERIVE_LONG_TESTS is not set"))
  func theWholeCatalogueIsAsItsFilesSay() throws {
    try expectAsStated([])
  }

  private func expectAsStated(_ names: [String]) throws {
    let run = try BuiltProgram.run(["verify", "--digits", "15", "--time-limit", "120"] + names)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains(" 0 not as expected\n"))
    #expect(run.output.contains(" refuted\n"))
  }

  @Test func theOrderOfTheTableIsThatOfTheNames() throws {
    let names = ["weibull", "bernoulli", "normal"]
    let run = try BuiltProgram.run(["verify"] + names)
    let rows = run.output.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
    let order = names.map { name in rows.firstIndex(of: name) ?? -1 }
    #expect(order == order.sorted() && !order.contains(-1))
  }

  @Test func theCatalogueIsListedByTag() throws {
    let run = try BuiltProgram.run(["families", "--tag", "irregular"])
    #expect(run.status == 0)
    let names = run.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(names.contains("laplace") && names.contains("pareto") && !names.contains("gamma"))
    #expect(try BuiltProgram.run(["families"]).output.contains("Weibull distribution"))
  }

  @Test func theCatalogueIsSearchedByWords() throws {
    let run = try BuiltProgram.run(["families", "zero-inflated", "Poisson"])
    #expect(run.status == 0)
    let names = run.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(names.contains("zero-inflated-poisson") && names.contains("hurdle-poisson") && !names.contains("poisson"))
  }

  @Test func tagsAreCounted() throws {
    let run = try BuiltProgram.run(["families", "--tags"])
    #expect(run.status == 0)
    let counts = run.output.split(separator: "\n").compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
    #expect(counts == counts.sorted(by: >) && counts.count > 20)
    #expect(run.output.hasPrefix("continuous "))
    let wrong = try BuiltProgram.run(["families", "--tag", "discret"])
    #expect(wrong.status == 2 && wrong.output.isEmpty)
    #expect(wrong.errors.contains("did you mean `discrete`?"), "\(wrong.errors)")
  }

  static let reference = "Tests/Reference/public.json"

  @Test func referencesAreRunAndCounted() throws {
    let ids = ["normal-mu-sigma", "poisson", "nonreg-uniform-0-theta", "nonreg-laplace-mu-b"]
    let run = try BuiltProgram.run(["verify", "--reference", Self.reference] + ids)
    #expect(run.status == 0, "\(run.output)")
    for total in ["entries 4", "closed forms derived 2 of 2", "irregular found 2 of 2", "no result 0", "wrong 0"] {
      let lines = run.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
      #expect(lines.contains(total), "\(total) in \(run.output)")
    }
  }

  /// A number that is changed in its 30th digit, and a changed closed form, are both found to be wrong.
  @Test func aWrongReferenceIsFound() throws {
    let text = try String(contentsOf: BuiltProgram.root.appending(path: Self.reference), encoding: .utf8)
    let number = "0.4444444444444444444444444444444444444444"
    #expect(text.contains(number))
    try withFolder { folder in
      let file = folder.appending(path: "changed.json")
      let changed = text.replacing(number, with: "0.4444444444444444444444444444544444444444")
      try changed.write(to: file, atomically: false, encoding: .utf8)
      let run = try BuiltProgram.run(["verify", "--reference", file.path, "normal-mean-known-sd"])
      #expect(run.status == 5)
      #expect(run.output.contains("wrong: normal-mean-known-sd"), "\(run.output)")
    }
  }

  @Test(arguments: [
    (["verify", "no-such-family"], "family"), (["verify", "--reference", "no-such-file"], "cannot be read"),
    (["verify", "--reference", "Package.swift"], "not JSON"),
    (["verify", "--reference", reference, "no-such-entry"], "no entry"),
    (["verify", "--digits", "0"], "number of digits"),
  ])
  func wrongUsageIsExplained(arguments: [String], says: String) throws {
    let run = try BuiltProgram.run(arguments)
    #expect(run.status == 2)
    #expect(run.errors.contains(says), "\(run.errors)")
  }
}
