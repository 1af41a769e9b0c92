import Diagnostics
import Foundation

@testable import FamilyCatalog

/// The families of this checkout, and small ones made up for a test.
enum FamilyFixture {
  static let folder = URL(filePath: #filePath, directoryHint: .notDirectory)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Families").path

  static let catalog = FamilyCatalog(folders: [folder])

  /// A correct file, in which a test replaces what it is about.
  static let weight = """
    # What a thing weighs.
    family weight
      title        Weight  # for readers
      variable     x       in (0, inf)
      parameter    k       in (0, inf)     typical 0.7, 5/2
      parameter    lambda  in (0, inf)
      known        n       in {1, 2, ...}  typical 3
      log density  log(k) + \\
                   (k - 1)*log(x) - (x/lambda)^k + 0*n
      tag          continuous, half line
      claim information k lambda = -(1 - euler_gamma)/lambda source "A = B (1999), # 5" expect refuted
    """

  static func read(_ text: String) throws -> Family {
    try FamilyReader.read(SourceText(name: "weight.family", text: text))
  }

  /// A new empty folder; the caller removes it.
  static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "families-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
