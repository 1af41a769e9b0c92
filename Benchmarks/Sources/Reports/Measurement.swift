import Foundation

/// What repeated runs of one model took, and what it came to.
struct Measurement {
  let model: Model
  /// Sorted, in milliseconds.
  let times: [Double]
  let exitStatus: Int32
  /// The verdict, and the agreed digits at the first point, which is the one with all digits; from one run with JSON.
  let status: String
  let digits: Int?

  var least: Double { times[0] }
  var median: Double { Self.median(of: times) }
  var isAsExpected: Bool { exitStatus == model.exitStatus }

  /// Runs a model once without a watch, so that the program is in memory, then as often as asked.
  init(_ model: Model, program: String, runs: Int) throws {
    self.model = model
    let scratch = FileManager.default.temporaryDirectory.appending(path: "report-\(getpid()).json").path
    defer { unlink(scratch) }
    exitStatus = try Child(program, ["--format", "json", model.text], output: scratch).exitStatus
    let report = try? JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: scratch))) as? [String: Any]
    status = report?["status"] as? String ?? "-"
    let points = report?["numeric"] as? [[String: Any]] ?? []
    digits = points.first?["agreedDigits"] as? Int
    times = try (0..<runs).map { _ in try Child(program, [model.text]).milliseconds }.sorted()
  }

  static func median(of sorted: [Double]) -> Double {
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}
