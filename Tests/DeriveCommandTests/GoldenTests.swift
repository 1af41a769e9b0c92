import Foundation
import Testing

/// The complete output of the program on the models that it must master; see `GoldenFile` for how to record it.
@Suite struct GoldenTests {
  @Test(arguments: GoldenModel.all)
  func text(_ model: GoldenModel) throws {
    let outcome = try BuiltProgram.run([model.text])
    #expect(outcome.status == model.status, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    try GoldenFile(name: "\(model.name).txt").expect(outcome.output)
  }

  @Test(arguments: GoldenModel.all)
  func latex(_ model: GoldenModel) throws {
    let outcome = try BuiltProgram.run([model.text, "--format", "latex"])
    #expect(outcome.status == model.status, "\(outcome.errors)")
    try GoldenFile(name: "\(model.name).tex").expect(outcome.output)
  }

  @Test(arguments: GoldenModel.all)
  func json(_ model: GoldenModel) throws {
    let outcome = try BuiltProgram.run([model.text, "--format", "json"])
    #expect(outcome.status == model.status, "\(outcome.errors)")
    try GoldenFile(name: "\(model.name).json").expect(outcome.output)
  }

  /// The rules behind each result: the first file to read where something changes.
  @Test(arguments: GoldenModel.all)
  func steps(_ model: GoldenModel) throws {
    let (_, object) = try BuiltProgram.object([model.text, "--steps"])
    let derivations = try #require(object["derivations"] as? [[String: Any]])
    #expect(!derivations.isEmpty)
    let lines = try derivations.flatMap { derivation in
      let subject = try #require(derivation["subject"] as? String)
      let steps = try #require(derivation["steps"] as? [[String: Any]])
      return [subject] + steps.map { "  = \($0["after"] ?? "")  [\($0["rule"] ?? "")]" }
    }
    try GoldenFile(name: "\(model.name).steps").expect(lines.map { $0 + "\n" }.joined())
  }

  @Test(
    .enabled(if: LaTeXCompiler.isInstalled, "no pdflatex is installed; Scripts/setup.sh --with-tex installs one"),
    arguments: GoldenModel.all)
  func everyDocumentCompiles(_ model: GoldenModel) throws {
    let outcome = try BuiltProgram.run([model.text, "--format", "latex"])
    let log = try LaTeXCompiler.compile(outcome.output)
    #expect(log == nil, "\(log ?? "")")
  }

  @Test func outputIsTheSameInEveryRun() throws {
    for model in [GoldenModel.all[3], GoldenModel.all[8]] {
      let runs = try (0..<3).map { _ in try BuiltProgram.run([model.text, "--steps", "--format", "json"]).output }
      #expect(Set(runs).count == 1, "\(model.name)")
    }
  }

  @Test func differencesAreShownByLine() {
    #expect(GoldenFile.difference("a\nb\nc\n", "a\nx\nc\n") == "2: - b\n2: + x")
  }
}

/// The system's LaTeX, where there is one.
enum LaTeXCompiler {
  private static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/pdflatex" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isInstalled: Bool { path != nil }

  /// Compiles a document in a folder of its own; nil where that went well, else the complaints of the log.
  static func compile(_ document: String) throws -> String? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "derive-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try document.write(to: folder.appending(path: "report.tex"), atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: path ?? "")
    process.arguments = ["-interaction=batchmode", "-halt-on-error", "report.tex"]
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let log = try String(contentsOf: folder.appending(path: "report.log"), encoding: .isoLatin1)
    let complaints = log.split(separator: "\n").filter { line in
      ["!", "l.", "Overfull"].contains { line.hasPrefix($0) }
    }
    return complaints.isEmpty && process.terminationStatus == 0 ? nil : complaints.joined(separator: "\n")
  }
}
