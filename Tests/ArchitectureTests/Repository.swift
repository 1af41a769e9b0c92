import Foundation

/// The checkout that these tests were compiled from, found from the place of this very file.
enum Repository {
  static let root = URL(filePath: #filePath, directoryHint: .notDirectory)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of a file, named by its path below the root.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// All Swift files below a folder of the root, in order of their paths.
  static func swiftFiles(under folder: String) throws -> [SourceFile] {
    let manager = FileManager.default
    let base = root.appending(path: folder, directoryHint: .isDirectory)
    guard let walk = manager.enumerator(at: base, includingPropertiesForKeys: nil) else { return [] }
    let paths = walk.compactMap { ($0 as? URL)?.standardizedFileURL.path }
      .filter { $0.hasSuffix(".swift") }
      .sorted()
    let prefix = root.standardizedFileURL.path
    return try paths.map { path in
      let relative = String(path.dropFirst(prefix.count).drop { $0 == "/" })
      return SourceFile(path: relative, text: try String(contentsOfFile: path, encoding: .utf8))
    }
  }
}
