import Foundation

/// The program itself, as it was built beside the tests, run as a user runs it.
enum DeriveBinary {
  /// What a run left behind.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The folder of built products: the one that holds the test bundle.
  private static let folder: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let executable = bundle ?? URL(filePath: CommandLine.arguments[0])
    return executable.deletingLastPathComponent()
  }()

  /// Runs the program; output goes through files, so that no pipe can fill up.
  static func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
  ) throws -> Outcome {
    let files = FileManager.default.temporaryDirectory.appending(path: "derive-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: files) }
    let places = ["in", "out", "err"].map { files.appending(path: $0) }
    for place in places { try (place == places[0] ? input : Data()).write(to: place) }
    let process = Process()
    process.executableURL = folder.appending(path: "derive")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .filter { !["NO_COLOR", "DERIVE_FAMILIES"].contains($0.key) }
      .merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: places[0])
    process.standardOutput = try FileHandle(forWritingTo: places[1])
    process.standardError = try FileHandle(forWritingTo: places[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: try Data(contentsOf: places[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: places[2]), as: UTF8.self))
  }

  /// Runs the program on a model for JSON and reads the object.
  static func object(_ arguments: [String]) throws -> (status: Int32, object: [String: Any]) {
    let outcome = try run(arguments + ["--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return (outcome.status, object ?? [:])
  }
}
