import Foundation

/// The program as it was built together with these tests, run as a person would run it.
enum BuiltProgram {
  /// What a run left behind; a status below 0 is the signal that ended it.
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

  /// Runs the program in the root of the checkout; what the reader's own environment says of colours and families is
  /// left out, and `environment` is added.
  static func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
  ) throws -> Run {
    try run(folder.appending(path: "derive"), arguments, input: input, environment: environment)
  }

  /// Runs a line of shell in which `derive` is the program.
  static func runShell(_ line: String) throws -> Run {
    try run(URL(filePath: "/usr/bin/env"), ["bash", "-c", line], input: Data(), environment: [:])
  }

  /// Runs the program on a model for JSON and reads the object.
  static func object(_ arguments: [String]) throws -> (status: Int32, object: [String: Any]) {
    let outcome = try run(arguments + ["--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return (outcome.status, object ?? [:])
  }

  private static func run(
    _ program: URL, _ arguments: [String], input: Data, environment: [String: String]
  ) throws -> Run {
    // Files rather than pipes: a full pipe would block a program that nobody reads from yet.
    let scratch = FileManager.default.temporaryDirectory.appending(path: "derive-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let places = ["in", "out", "err"].map { scratch.appending(path: $0) }
    for place in places { try (place == places[0] ? input : Data()).write(to: place) }

    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = root
    process.environment = self.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: places[0])
    process.standardOutput = try FileHandle(forWritingTo: places[1])
    process.standardError = try FileHandle(forWritingTo: places[2])
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: try Data(contentsOf: places[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: places[2]), as: UTF8.self))
  }

  private static let environment: [String: String] = {
    var environment = ProcessInfo.processInfo.environment.filter { !["NO_COLOR", "DERIVE_FAMILIES"].contains($0.key) }
    environment["PATH"] = [folder.path, environment["PATH"] ?? "/usr/bin:/bin"].joined(separator: ":")
    return environment
  }()

  static let root = URL(filePath: #filePath, directoryHint: .notDirectory)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
