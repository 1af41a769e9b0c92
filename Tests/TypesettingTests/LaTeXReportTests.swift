import Calculus
import Foundation
import Testing

@testable import Typesetting

@Suite struct LaTeXReportTests {
  static let articles: [(name: String, article: @Sendable (ReportFixture) throws -> Article)] = [
    ("one", { ReportWriter(try $0.oneParameter(), layout: .stacked, showsDerivations: true).article() }),
    ("two", { ReportWriter(try $0.twoParameters(), layout: .stacked, showsDerivations: true).article() }),
    ("irregular", { ReportWriter(try $0.irregular(), layout: .stacked, showsDerivations: true).article() }),
  ]

  @Test func theDerivationIsTheTrace() throws {
    let text = LaTeXRenderer().render(try Self.articles[0].article(ReportFixture()))
    #expect(text.contains(#"&= \frac{1}{\theta} + \frac{1}{1 - \theta} \tag*{\footnotesize by summing over $x$} \\"#))
    #expect(text.contains(#"\tag*{\footnotesize over a common denominator, for $\theta < 1$}"#))
    #expect(text.contains("Sources: source of expectation.finite-sum; source of simplify.together."))
    #expect(text.contains(#"\textbf{Verified:}"#))
  }

  @Test func chainsThatFollowEachOtherAreOneDisplay() throws {
    let report = try ReportFixture().oneParameter()
    let builder = BoxBuilder(report.store, layout: .stacked)
    let name = MathBox.words("a name")
    let chain = DerivationText(Derivation(.moment, from: report.score[0]), title: [], builder: builder, named: name)
    let section = Article.Section(
      heading: [.words("Moments")], blocks: [.derivation(chain), .derivation(chain), .sentence([.words("so")])])
    let article = Article(title: [.words("A long title")], sections: [section])
    let text = LaTeXRenderer().render(title: [.words("Two")], chapters: [article, article])
    #expect(text.matches(of: /begin.align/).count == 2, "one display for each chapter")
    #expect(text.matches(of: /1ex/).count == 2)
    #expect(text.contains(#"\section*{\raggedright 2. A long title}"#) && !text.contains("clearpage"))
  }

  @Test func onlyTheTwoPackagesAreUsed() throws {
    for (_, article) in Self.articles {
      let text = LaTeXRenderer().render(try article(ReportFixture()))
      #expect(text.ranges(of: #"\usepackage"#).count == 1)
      #expect(text.contains(#"\usepackage{amsmath,amssymb}"#))
      #expect(text.unicodeScalars.allSatisfy { $0.value < 0x250 }, "only letters that every LaTeX knows")
    }
  }

  @Test(.enabled(if: LaTeXCompiler.isInstalled, "pdflatex is not installed"))
  func everyDocumentCompiles() throws {
    for (name, article) in Self.articles {
      let log = try LaTeXCompiler.compile(LaTeXRenderer().render(try article(ReportFixture())))
      #expect(log == nil, "\(name): \(log ?? "")")
    }
  }
}

/// The system's LaTeX, where there is one.
enum LaTeXCompiler {
  static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/pdflatex" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isInstalled: Bool { path != nil }

  /// Compiles a document in a folder of its own; nil where that went well, else what the log complains about.
  static func compile(_ document: String, complainsAboutWidth: Bool = false) throws -> String? {
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
    if complainsAboutWidth, let line = log.split(separator: "\n").first(where: { $0.hasPrefix("Overfull") }) {
      return String(line)
    }
    if process.terminationStatus == 0 { return nil }
    return log.split(separator: "\n").filter { $0.hasPrefix("!") || $0.hasPrefix("l.") }.joined(separator: "\n")
  }
}
