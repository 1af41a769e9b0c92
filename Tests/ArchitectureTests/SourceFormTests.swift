import Testing

/// What every source file keeps to, whatever it does.
@Suite struct SourceFormTests {
  /// A file past this length holds more than one idea.
  static let longestFile = 400

  /// Constructs that end the program, or would, on a value that a person can type.
  static let marks = ["fatalError(", "try!", "as!"]

  /// Leave to use a mark, as `path: mark`; each line needs a reason beside it.
  static let allowedMarks: Set<String> = []

  @Test func noFileIsLong() throws {
    for folder in ["Sources", "Tests", "Benchmarks/Sources"] {
      for file in try Repository.swiftFiles(under: folder) {
        #expect(file.lineCount <= Self.longestFile, "\(file.path) has \(file.lineCount) lines")
      }
    }
  }

  @Test func nothingTrapsOnWhatAPersonCanType() throws {
    for file in try Repository.swiftFiles(under: "Sources") {
      let code = SwiftText(file.text).code
      for mark in Self.marks where code.contains(mark) {
        #expect(Self.allowedMarks.contains("\(file.path): \(mark)"), "\(file.path) has `\(mark)`")
      }
    }
  }

  @Test func everyLeaveIsStillUsed() throws {
    let files = try Repository.swiftFiles(under: "Sources")
    for leave in Self.allowedMarks {
      let used = files.contains { file in
        let code = SwiftText(file.text).code
        return Self.marks.contains { code.contains($0) && leave == "\(file.path): \($0)" }
      }
      #expect(used, "\(leave) is allowed and no longer there")
    }
  }
}
