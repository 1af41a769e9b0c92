import Diagnostics
import Foundation
import Syntax
import Testing

@testable import FamilyCatalog

/// Every complaint about a family's file, a catalogue or a named distribution, with its complete rendered text.
struct FamilyErrorTests {
  static let folder = URL(filePath: #filePath, directoryHint: .notDirectory)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Families").path

  /// A correct file, in which each case below makes one mistake.
  static let weight = """
    # What a thing weighs.
    family weight
      title        Weight  # for readers
      variable     x       in (0, inf)
      parameter    k       in (0, inf)     typical 7/10, 5/2
      parameter    lambda  in (0, inf)
      known        n       in {1, 2, ...}  typical 3
      constraint   k < 9
      log density  log(k) + (k - 1)*log(x) - (x/lambda)^k + 0*n
      tag          continuous, half line
      call         Weight(shape = k, scale = lambda, n)
      claim information k lambda = 0 source "nowhere" expect refuted

    """

  /// What is wrong with a file, under the name of its golden file.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let name: String
    let correct: String
    let wrong: String
    var testDescription: String { name }
    var text: String { FamilyErrorTests.weight.replacing(correct, with: wrong, maxReplacements: 1) }
  }

  static let mistakes = [
    Mistake(name: "claim-about-stranger", correct: "information k lambda", wrong: "information k mu"),
    Mistake(name: "claim-without-source", correct: " source \"nowhere\"", wrong: ""),
    Mistake(name: "empty-statement", correct: "title        Weight", wrong: "title"),
    Mistake(name: "missing-statement", correct: "  variable     x       in (0, inf)\n", wrong: ""),
    Mistake(name: "call-of-stranger", correct: "lambda, n)", wrong: "lambda, m)"),
    Mistake(name: "not-a-call", correct: "Weight(shape", wrong: "Weight shape"),
    Mistake(name: "not-a-claim", correct: "information k lambda", wrong: "information k"),
    Mistake(name: "not-a-declaration", correct: "n       in {1, 2, ...}", wrong: "n       is whole"),
    Mistake(name: "not-an-exact-number", correct: "7/10, 5/2", wrong: "7/10, about 2"),
    Mistake(name: "repeated-statement", correct: "  tag", wrong: "  title        Mass\n  tag"),
    Mistake(name: "typical-value-outside", correct: "7/10, 5/2", wrong: "7/10, -5/2"),
    Mistake(name: "unknown-claim", correct: "claim information", wrong: "claim variance"),
    Mistake(name: "unknown-expectation", correct: "expect refuted", wrong: "expect doubt"),
    Mistake(name: "unknown-keyword", correct: "parameter    lambda", wrong: "paramter    lambda"),
    Mistake(name: "unknown-keyword-far", correct: "tag", wrong: "xyzzy"),
    Mistake(name: "density-with-error", correct: "log(k) +", wrong: "lg(k) +"),
  ]

  static let named: [(name: String, text: String)] = [
    ("unknown-distribution", "x ~ Weibul(k, l)"), ("unknown-distribution-far", "x ~ Zorblax(k)"),
    ("arguments", "x ~ Normal(mu, sigma, 3)"),
  ]

  /// A list of diagnostics with the text that it points into.
  private typealias Complaint = (list: DiagnosticList, source: SourceText)

  private func complaint(_ mistake: Mistake) -> Complaint? {
    let source = SourceText(name: "weight.family", text: mistake.text)
    do throws(DiagnosticList) {
      _ = try Family(source)
      return nil
    } catch { return (error, source) }
  }

  private func complaint(naming text: String, in folders: [String] = [Self.folder]) -> Complaint? {
    do throws(DiagnosticList) {
      _ = try NamedModel(SourceText(text: text), catalog: FamilyCatalog(folders: folders))
      return nil
    } catch { return (error, SourceText(text: text)) }
  }

  private func complaint(asking name: String, in folders: [String]) -> Complaint? {
    do throws(FamilyError) {
      _ = try FamilyCatalog(folders: folders).family(named: name)
      return nil
    } catch { return (error.diagnostics, SourceText(text: "")) }
  }

  private func complaint(askingAllIn folders: [String]) -> Complaint? {
    do throws(FamilyError) {
      _ = try FamilyCatalog(folders: folders).allNames()
      return nil
    } catch { return (error.diagnostics, SourceText(text: "")) }
  }

  /// What is wrong with files in a folder of their own, each under a name.
  private func complaint(
    _ files: [(name: String, text: String)], _ act: (String) throws -> Complaint?
  ) throws -> Complaint? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "families-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    return try act(folder.path)
  }

  private func otherName() throws -> Complaint? {
    let text = Self.weight.replacing("family weight", with: "family height")
    return try complaint([("weight.family", text)]) { folder in
      do throws(FamilyError) {
        _ = try Family(contentsOf: folder + "/weight.family")
        return nil
      } catch { return (error.diagnostics, SourceText(name: "weight.family", text: text)) }
    }
  }

  /// Two families of one call, neither named after it.
  private func twins() throws -> Complaint? {
    func family(_ name: String, _ keys: String) -> (name: String, text: String) {
      let named = Self.weight.replacing("family weight", with: "family \(name)")
      return (name + ".family", named.replacing("Weight(shape = k, scale = lambda, n)", with: "Twin(\(keys))"))
    }
    let files = [family("first", "a = k, b = lambda, n"), family("second", "b = lambda, a = k, n")]
    let text = "x ~ Twin(2, 3, 4)"
    return try complaint(files) { folder in
      do throws(DiagnosticList) {
        _ = try NamedModel(SourceText(text: text), catalog: FamilyCatalog(folders: [folder]))
        return nil
      } catch { return (error, SourceText(text: text)) }
    }
  }

  private func unreadable(_ content: Data?) throws -> Complaint? {
    let file = FileManager.default.temporaryDirectory.appending(path: "family-\(UUID().uuidString).family")
    defer { try? FileManager.default.removeItem(at: file) }
    try content?.write(to: file)
    do throws(FamilyError) {
      _ = try Family(contentsOf: file.path)
      return nil
    } catch {
      let diagnostics = error.diagnostics.diagnostics.map { diagnostic in
        Diagnostic(id: diagnostic.id, message: diagnostic.message.replacing(file.path, with: "weight.family"))
      }
      return (DiagnosticList(diagnostics), SourceText(text: ""))
    }
  }

  private func compare(_ complaint: Complaint?, _ name: String) throws {
    let found = try #require(complaint, "accepted: \(name)")
    let rendered = DiagnosticRenderer().render(found.list, source: found.source, colour: false)
    try GoldenFile(name: "errors/family/\(name).stderr").expect(rendered)
  }

  @Test func theFileWithoutMistakesIsRead() throws {
    #expect(complaint(Mistake(name: "", correct: "Weight", wrong: "Weight")) == nil)
  }

  @Test(arguments: mistakes)
  func inAFile(_ mistake: Mistake) throws { try compare(complaint(mistake), mistake.name) }

  @Test(arguments: named)
  func inTheNameOfADistribution(_ entry: (name: String, text: String)) throws {
    try compare(complaint(naming: entry.text), entry.name)
  }

  @Test func inTheCatalogue() throws {
    try compare(complaint(asking: "wiebull", in: []), "unknown-family")
    try compare(complaint(askingAllIn: ["/nowhere"]), "no-families")
    try compare(complaint(naming: "x ~ Weibull(k, l)", in: []), "no-catalogue")
    try compare(otherName(), "name-other-than-file")
    try compare(twins(), "ambiguous-distribution")
    try compare(unreadable(nil), "unreadable")
    try compare(unreadable(Data([0x66, 0xff, 0xfe])), "not-text")
    try compare(unreadable(Data(repeating: 0x20, count: Family.maximumBytes + 1)), "too-long")
  }

  @Test func everyMessageHasAGoldenFile() throws {
    var seen = Self.mistakes.compactMap { complaint($0) } + Self.named.compactMap { complaint(naming: $0.text) }
    let others = [
      complaint(asking: "wiebull", in: []), complaint(askingAllIn: []), complaint(naming: "x ~ Weibull(k, l)", in: []),
      try unreadable(nil), try unreadable(Data([0xff])), try otherName(),
      try twins(),
    ]
    seen += others.compactMap { $0 }
    let diagnostics = seen.flatMap(\.list.diagnostics)
    for folder in ["FamilyCatalog/Reading", "FamilyCatalog/Catalog"] {
      let messages = try MessageList(of: "family.", in: folder)
      #expect(!messages.counts.isEmpty)
      #expect(messages.missing(from: diagnostics) == [])
    }
  }
}
