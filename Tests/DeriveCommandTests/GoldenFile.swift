import Foundation
import Testing

/// A file under `Tests/Golden`. A missing file, or any file under `RECORD=1`, is written and fails, so that nothing is
/// accepted without having been looked at.
struct GoldenFile {
  let name: String

  private static let folder = URL(filePath: #filePath, directoryHint: .notDirectory)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Golden")

  private var url: URL { Self.folder.appending(path: name) }

  /// Compares what was written with what is kept, and shows where they differ.
  func expect(_ actual: String) throws {
    let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
    guard !isRecording, let expected = try? String(contentsOf: url, encoding: .utf8) else {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try actual.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("Golden/\(name) was written; look at it and run again")
      return
    }
    if actual != expected { Issue.record("Golden/\(name) differs:\n\(Self.difference(expected, actual))") }
  }

  /// The lines that were taken away and put in, each under the number of its line.
  static func difference(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let changes = new.difference(from: old)
    let lines = changes.map { change in
      switch change {
      case .remove(let offset, let line, _): (offset, "\(offset + 1): - \(line)")
      case .insert(let offset, let line, _): (offset, "\(offset + 1): + \(line)")
      }
    }
    return lines.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: "\n")
  }
}
