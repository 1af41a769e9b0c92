import Diagnostics
import Foundation
import Testing

@testable import FamilyCatalog

/// Where families are looked for, and what a reader is told when there is none.
@Suite struct FolderTests {
  @Test func theFirstFolderWins() throws {
    let first = try FamilyFixture.temporaryFolder()
    let second = try FamilyFixture.temporaryFolder()
    defer {
      try? FileManager.default.removeItem(at: first)
      try? FileManager.default.removeItem(at: second)
    }
    let own = FamilyFixture.weight.replacing("title        Weight", with: "title        My weight")
    try own.write(to: first.appending(path: "weight.family"), atomically: true, encoding: .utf8)
    for (folder, name) in [(second, "weight"), (second, "length")] {
      let text = FamilyFixture.weight.replacing("family weight", with: "family \(name)")
      try text.write(to: folder.appending(path: "\(name).family"), atomically: true, encoding: .utf8)
    }
    try "not a family".write(to: second.appending(path: "notes.txt"), atomically: true, encoding: .utf8)

    let catalog = FamilyCatalog(folders: [first.path, second.path, "/nowhere"])
    #expect(catalog.names == ["length", "weight"])
    #expect(try catalog.family(named: "weight").title == "My weight")
    #expect(try catalog.family(named: "length").title == "Weight")
  }

  @Test func aFileOfAnotherNameIsRefused() throws {
    let folder = try FamilyFixture.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "height.family").path
    try FamilyFixture.weight.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(mistake { try Family(contentsOf: path) } == "family.name-other-than-file")
  }

  @Test func whatIsNoFamilyIsSaid() throws {
    let folder = try FamilyFixture.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "weight.family").path
    #expect(mistake { try Family(contentsOf: path) } == "family.unreadable")
    #expect(mistake { try Family(contentsOf: folder.path) } == "family.unreadable")
    try Data([0x66, 0xff, 0xfe]).write(to: URL(filePath: path))
    #expect(mistake { try Family(contentsOf: path) } == "family.unreadable")
    try Data(repeating: 0x20, count: Family.maximumBytes + 1).write(to: URL(filePath: path))
    #expect(mistake { try Family(contentsOf: path) } == "limit.family-bytes")
  }

  @Test func aNameNearAnotherIsSuggested() throws {
    let error = #expect(throws: FamilyError.self) { try FamilyFixture.catalog.family(named: "wiebull") }
    let diagnostic = try #require(error?.diagnostics.diagnostics.first)
    #expect(diagnostic.id == "family.unknown-family")
    #expect(diagnostic.help == "did you mean `weibull`?")
    #expect(mistake { try FamilyFixture.catalog.family(named: "../Families/weibull") } == "family.unknown-family")
  }

  @Test func theProgramFindsWhatCameWithIt() throws {
    let prefix = try FamilyFixture.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: prefix) }
    let shared = prefix.appending(path: "share/derive/Families")
    try FileManager.default.createDirectory(at: shared, withIntermediateDirectories: true)
    #expect(FamilyCatalog.folders(besideExecutable: prefix.path + "/bin/derive") == [shared.path])

    let checkout = URL(filePath: FamilyFixture.folder).deletingLastPathComponent().path
    #expect(FamilyCatalog.folders(besideExecutable: checkout + "/.build/release/derive") == [FamilyFixture.folder])
    #expect(FamilyCatalog.folders(besideExecutable: "/nowhere/derive") == [])
  }

  @Test func theOptionComesFirst() {
    let folders = FamilyCatalog.standard(option: "/one:/two").folders
    #expect(Array(folders.prefix(2)) == ["/one", "/two"])
  }

  private func mistake(_ load: () throws -> Family) -> String? {
    do {
      _ = try load()
      return nil
    } catch {
      return (error as? FamilyError)?.diagnostics.diagnostics.first?.id
    }
  }
}
