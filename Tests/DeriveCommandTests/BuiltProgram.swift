import Foundation

/// The program as it was built together with these tests, run as a person would run it.
enum BuiltProgram {
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The folder of built products, in which the bundle of these tests stands: a program by itself on Linux, loaded by a
  /// helper that is told its path on macOS.
  static let folder: URL = {
    let arguments = CommandLine.arguments
    let option = arguments.firstIndex(of: "--test-bundle-path").map { arguments.index(after: $0) }
    let bundle = option.flatMap { $0 < arguments.endIndex ? arguments[$0] : nil } ?? arguments[0]
    var folder = URL(filePath: bundle).deletingLastPathComponent()
    while folder.path.contains(".xctest") { folder = folder.deletingLastPathComponent() }
    return folder
  }()

  /// Runs the program in the root of the checkout.
  static func run(_ arguments: [String], input: String = "") throws -> Run {
    try run(folder.appending(path: "derive"), arguments, input: input)
  }

  /// Runs a line of shell in which `derive` is the program.
  static func runShell(_ line: String) throws -> Run {
    try run(URL(filePath: "/usr/bin/env"), ["bash", "-c", line], input: "")
  }

  private static func run(_ program: URL, _ arguments: [String], input: String) throws -> Run {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = root
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = [folder.path, environment["PATH"] ?? "/usr/bin:/bin"].joined(separator: ":")
    environment["NO_COLOR"] = "1"
    process.environment = environment

    // Files rather than pipes: a full pipe would block a program that nobody reads from yet.
    let scratch = FileManager.default.temporaryDirectory.appending(path: "derive-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let places = ["in", "out", "err"].map { scratch.appending(path: $0) }
    try input.write(to: places[0], atomically: false, encoding: .utf8)
    for place in places[1...] { try Data().write(to: place) }
    process.standardInput = try FileHandle(forReadingFrom: places[0])
    process.standardOutput = try FileHandle(forWritingTo: places[1])
    process.standardError = try FileHandle(forWritingTo: places[2])
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus,
      output: try String(contentsOf: places[1], encoding: .utf8),
      errors: try String(contentsOf: places[2], encoding: .utf8))
  }

  static let root = URL(filePath: #filePath, directoryHint: .notDirectory)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
