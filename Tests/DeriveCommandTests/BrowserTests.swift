import Foundation
import Testing

/// Pages in a real browser: formulas are laid out as formulas, and nothing is complained about.
@Suite(.enabled(if: Browser.isInstalled, "no Chromium is installed; Scripts/setup.sh --with-browser installs one"))
struct BrowserTests {
  @Test(arguments: [["gamma"], ["log p = -log(theta), 0 < x < theta"], ["solve", "weibull"], ["solve", "normal"]])
  func pagesAreRenderedWithoutComplaints(arguments: [String]) throws {
    let page = try BuiltProgram.run(arguments + ["--format", "html"]).output
    // The copy that is opened measures itself; the page itself has no script.
    #expect(!page.contains("<script"))
    let probe = """
      <script>
      const fraction = document.querySelector("mfrac"), letter = document.querySelector("mi");
      document.body.dataset.fraction = fraction.getBoundingClientRect().height > 1.5 * letter.getBoundingClientRect().height;
      document.body.dataset.wide = document.documentElement.scrollWidth > window.innerWidth;
      for (const part of document.querySelectorAll("details")) part.open = true;
      document.body.dataset.steps = document.querySelector(".steps li").getBoundingClientRect().height > 0;
      </script></body>
      """
    for width in [390, 1200] {
      let run = try Browser.open(page.replacing("</body>", with: probe), width: width)
      #expect(run.complaints.isEmpty, "\(run.complaints)")
      #expect(run.page.contains(#"data-fraction="true""#), "a fraction is higher than a letter")
      #expect(run.page.contains(#"data-wide="false""#), "the page fits a window of \(width) points")
      #expect(run.page.contains(#"data-steps="true""#), "steps open")
    }
  }
}

/// The system's Chromium, where there is one.
enum Browser {
  static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .flatMap { folder in ["chromium", "chromium-browser", "google-chrome"].map { "\(folder)/\($0)" } }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isInstalled: Bool { path != nil }

  /// Opens a page without a window; what became of it, and the lines of the console.
  static func open(_ page: String, width: Int) throws -> (page: String, complaints: [Substring]) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "derive-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["page.html", "out", "err"].map { folder.appending(path: $0) }
    try Data(page.utf8).write(to: files[0])
    for file in files[1...] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: path ?? "")
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--window-size=\(width),900",
      "--user-data-dir=\(folder.path)/profile", "--dump-dom", files[0].absoluteString,
    ]
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    let errors = try String(contentsOf: files[2], encoding: .utf8)
    return (
      try String(contentsOf: files[1], encoding: .utf8), errors.split(separator: "\n").filter { $0.contains("CONSOLE") }
    )
  }
}
