import Foundation

/// One line of the list of models: a name for the table, the exit status that is expected, and the model as typed.
struct Model {
  let name: String
  let exitStatus: Int32
  let text: String

  struct BadLine: Error, CustomStringConvertible {
    let line: Substring
    var description: String { "not `name <TAB> exit status <TAB> model`: \(line)" }
  }

  static func list(path: String) throws -> [Model] {
    try String(contentsOfFile: path, encoding: .utf8)
      .split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map(Model.init(line:))
  }

  init(line: Substring) throws {
    let fields = line.split(separator: "\t")
    guard fields.count == 3, let status = Int32(fields[1]) else { throw BadLine(line: line) }
    name = String(fields[0])
    exitStatus = status
    text = String(fields[2])
  }
}
