import Foundation
import Testing

/// Files with the output that is expected; with `RECORD=1`, or where one is missing, it is written and the test fails.
enum GoldenFiles {
  static func folder(_ name: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Golden").appendingPathComponent(name)
  }

  /// The names of the files in a folder that have an extension, without it, in order.
  static func names(in name: String, withExtension pathExtension: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder(name).path)) ?? []
    let suffix = "." + pathExtension
    return files.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }.sorted()
  }

  static func text(_ path: String, in name: String) throws -> String {
    try String(contentsOf: folder(name).appendingPathComponent(path), encoding: .utf8)
  }

  /// Compares a text with the file that holds what it should be.
  static func compare(_ actual: String, with path: String, in name: String) throws {
    let file = folder(name).appendingPathComponent(path)
    let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
    guard !isRecording, let expected = try? String(contentsOf: file, encoding: .utf8) else {
      try actual.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(path); read it, and run the tests again")
      return
    }
    #expect(actual == expected, "\(path):\n\(actual)")
  }
}
