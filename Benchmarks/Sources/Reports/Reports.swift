import Foundation

/// Measures whole runs of `derive`, from the start of the process to the verified report at 50 digits, for a list of models.
///
///     reports <derive> <list> [runs [median [slowest]]]
@main
struct Reports {
  /// What the medians may be at most, in milliseconds: that over the list, and the greatest of all.
  struct Bars {
    var median = 100.0
    var slowest = Double.infinity
  }

  static func main() {
    let arguments = CommandLine.arguments
    let numbers = arguments.dropFirst(3).map { Double($0) ?? 0 }
    guard arguments.count >= 3, numbers.count <= 3, numbers.allSatisfy({ $0 >= 1 }) else {
      stop("usage: reports <derive> <list> [runs [median [slowest]]]")
    }
    let runs = numbers.first.map { Int($0) } ?? 21
    var bars = Bars()
    if numbers.count > 1 { bars.median = numbers[1] }
    if numbers.count > 2 { bars.slowest = numbers[2] }
    do {
      let models = try Model.list(path: arguments[2])
      show(try models.map { try Measurement($0, program: arguments[1], runs: runs) }, runs: runs, bars)
    } catch {
      stop("reports: \(error)")
    }
  }

  private static func show(_ measured: [Measurement], runs: Int, _ bars: Bars) {
    print("whole process, \(runs) runs each, milliseconds")
    print(row("model", "median", "min", "digits", "verdict"))
    for m in measured {
      let verdict = m.isAsExpected ? m.status : "\(m.status): exit \(m.exitStatus), expected \(m.model.exitStatus)"
      print(row(m.model.name, decimals(m.median), decimals(m.least), m.digits.map(String.init) ?? "-", verdict))
    }
    let medians = measured.map(\.median).sorted()
    let (median, slowest) = (Measurement.median(of: medians), medians.last ?? 0)
    let wrong = measured.filter { !$0.isAsExpected }.count
    print("median over the list: \(decimals(median)) ms (bar: \(decimals(bars.median)) ms)")
    print("slowest: \(decimals(slowest)) ms" + (bars.slowest.isFinite ? " (bar: \(decimals(bars.slowest)) ms)" : ""))
    if wrong > 0 { print("\(wrong) of \(measured.count) models did not end as expected") }
    if wrong > 0 || median > bars.median || slowest > bars.slowest { exit(1) }
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
