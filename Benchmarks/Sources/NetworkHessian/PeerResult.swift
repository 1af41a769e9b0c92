import Foundation

/// What the peer program left behind: its name, its times, and the entries of the Hessian at the point of comparison.
struct PeerResult {
  let name: String
  let seconds: [Double]
  /// The lower triangle, row by row.
  let entries: [Double]

  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  /// Reads `name version t1 t2 ...` from one file and a number a line from another.
  init(timesPath: String, entriesPath: String) throws {
    let words = try String(contentsOfFile: timesPath, encoding: .utf8).split(whereSeparator: \.isWhitespace)
    let times = words.dropFirst(2).compactMap { Double($0) }
    guard times.count == words.count - 2, !times.isEmpty else {
      throw Unreadable(description: "\(timesPath) does not list a name, a version and times")
    }
    let lines = try String(contentsOfFile: entriesPath, encoding: .utf8).split(separator: "\n")
    let numbers = lines.compactMap { Double($0) }
    guard numbers.count == lines.count, !numbers.isEmpty else {
      throw Unreadable(description: "\(entriesPath) is not a number a line")
    }
    name = words.prefix(2).joined(separator: " ")
    seconds = times
    entries = numbers
  }
}
