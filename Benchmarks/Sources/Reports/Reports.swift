import Foundation

/// Measures whole runs of `derive`, from the start of the process to the verified report at 50 digits, for a list of models.
///
///     reports <derive> <list> [runs]
@main
struct Reports {
  /// The bar for the median over the list, in milliseconds.
  static let bar = 100.0

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let runs = arguments.count > 3 ? Int(arguments[3]) : 21, runs > 0 else {
      FileHandle.standardError.write(Data("usage: reports <derive> <list> [runs]\n".utf8))
      exit(2)
    }
    let measured = try Model.list(path: arguments[2]).map { try Measurement($0, program: arguments[1], runs: runs) }

    print("whole process, \(runs) runs each, milliseconds")
    print(row("model", "median", "min", "digits", "verdict"))
    for m in measured {
      let verdict = m.isAsExpected ? m.status : "\(m.status): exit \(m.exitStatus), expected \(m.model.exitStatus)"
      print(row(m.model.name, decimals(m.median), decimals(m.least), m.digits.map(String.init) ?? "-", verdict))
    }
    let median = Measurement.median(of: measured.map(\.median).sorted())
    let wrong = measured.filter { !$0.isAsExpected }.count
    print("median over the list: \(decimals(median)) ms (bar: \(decimals(bar)) ms)")
    if wrong > 0 { print("\(wrong) of \(measured.count) models did not end as expected") }
    if wrong > 0 || median > bar { exit(1) }
  }

  private static func row(_ name: String, _ median: String, _ least: String, _ digits: String, _ status: String) -> String {
    let numbers = [median, least, digits].map { String(repeating: " ", count: max(0, 9 - $0.count)) + $0 }
    return name.padding(toLength: 28, withPad: " ", startingAt: 0) + numbers.joined() + "  " + status
  }

  private static func decimals(_ value: Double) -> String { String(format: "%.1f", value) }
}
