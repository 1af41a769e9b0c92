import Foundation
import Numerics

/// Times full Fisher matrices: normaliser, E[s], E[s sᵀ] and E[-H] of the families of a list.
///
///     matrices <list> <digits>...
///
/// Writes, for each family and number of digits, a line with the name, the digits, the median of the seconds of an
/// integration with compiled programs, and the values of all integrals to as many digits as are known of them; before it,
/// after `#`, one with the median of the seconds with compilation.
@main
struct Matrices {
  /// A measurement is repeated until so many seconds have passed, but at least so often, and at most so often.
  private static let patience = 0.5
  private static let fewest = 3
  private static let most = 201

  static func main() {
    let arguments = CommandLine.arguments
    let digits = arguments.dropFirst(2).compactMap { Int($0) }
    guard arguments.count > 2, digits.count == arguments.count - 2 else { stop("usage: matrices <list> <digits>...") }
    do {
      let text = try String(contentsOfFile: arguments[1], encoding: .utf8)
      for line in text.split(separator: "\n") where !line.hasPrefix("#") {
        let family = try Family(String(line))
        for count in digits { try measure(family, digits: count) }
      }
    } catch {
      stop("matrices: \(error)")
    }
  }

  private static func measure(_ family: Family, digits: Int) throws {
    var runs: [Family.Measurement] = []
    while runs.count < fewest || (runs.count < most && runs.reduce(0, { $0 + $1.seconds }) < patience) {
      runs.append(try family.measured(digits: digits))
    }
    func median(_ seconds: [Double]) -> String { String(format: "%.6f", seconds.sorted()[seconds.count / 2]) }
    let values = runs[runs.count - 1].values
    let texts = values.map { estimate in
      estimate.isIndistinguishableFromZero ? "0" : estimate.value.description(digits: max(1, estimate.digits))
    }
    print("# \(family.name)\t\(digits)\t\(median(runs.map(\.secondsWithCompilation)))")
    print(([family.name, "\(digits)", median(runs.map(\.seconds))] + texts).joined(separator: "\t"))
  }

  private static func stop(_ message: String) -> Never {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    exit(2)
  }
}
