import Diagnostics
import Foundation

/// The messages that a folder of sources can give, as the identifiers in it say.
struct MessageList {
  /// How many messages each identifier has.
  let counts: [String: Int]

  /// Reads the identifiers that begin with a word from the files of a folder of `Sources`.
  init(of prefix: String, in folder: String) throws {
    let root = URL(filePath: #filePath, directoryHint: .notDirectory)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let files = root.appending(path: "Sources").appending(path: folder)
    var counts: [String: Int] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: files.path) where file.hasSuffix(".swift") {
      let text = try String(contentsOf: files.appending(path: file), encoding: .utf8)
      for match in text.matches(of: /id: "([a-z.\-]+)"/) where match.1.hasPrefix(prefix) {
        counts[String(match.1), default: 0] += 1
      }
    }
    self.counts = counts
  }

  /// The identifiers of which fewer messages were seen than there are.
  func missing(from seen: [Diagnostic]) -> [String] {
    counts.keys.sorted().filter { id in
      Set(seen.filter { $0.id == id }.map(\.message)).count < counts[id, default: 0]
    }
  }
}
