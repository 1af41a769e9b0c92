import Foundation

/// Measures whole runs of `derive`, from the start of the process to the verified report at 50 digits, for a list of models.
///
///     reports <derive> <list> [runs]
@main
struct Reports {
  /// The bar for the median over the list, in milliseconds.
  static let bar = 100.0

  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let runs = arguments.count > 3 ? Int(arguments[3]) : 21, runs > 0 else {
      stop("usage: reports <derive> <list> [runs]")
    }
    do {
      let models = try Model.list(path: arguments[2])
      show(try models.map { try Measurement($0, program: arguments[1], runs: runs) }, runs: runs)
    } catch {
      stop("reports: \(error)")
    }
  }

  private static func show(_ measured: [Measurement], runs: Int) {
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

  private static func stop(_ message: String) -> Never {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    exit(2)
  }

  private static func row(_ columns: String...) -> String {
    let name = columns[0].padding(toLength: 28, withPad: " ", startingAt: 0)
    let numbers = columns[1...3].map { String(repeating: " ", count: max(0, 9 - $0.count)) + $0 }
    return name + numbers.joined() + "  " + columns[4]
  }

  private static func decimals(_ value: Double) -> String { String(format: "%.1f", value) }
}
