import Calculus
import Foundation

/// Times greatest common divisors of polynomials, and compares times and results with those of peers.
///
///     polynomial-divisors <cases of the peers>
@main
struct PolynomialDivisors {
  /// How many times faster than SymPy this must be, in the median of all cases.
  static let bar = 10.0
  static let repeats = 3

  static func main() {
    guard CommandLine.arguments.count == 2 else { stop("usage: polynomial-divisors <cases>") }
    guard let text = try? String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8) else {
      stop("polynomial-divisors: \(CommandLine.arguments[1]) cannot be read")
    }
    let lines = text.split(separator: "\n")
    let cases = lines.compactMap { DivisorCase($0) }
    guard cases.count == lines.count, !cases.isEmpty else { stop("polynomial-divisors: a line is no case") }
    let seconds = cases.map(measured)
    for (row, columns) in table(cases, seconds) { print(row + columns) }
    let ratios = zip(cases, seconds).compactMap { item, own in item.sympy.map { $0 / own } }
    let ofFlint = zip(cases, seconds).map { $0.flint / $1 }
    let late = cases.count { $0.sympy == nil }
    print(String(format: "medians of ratios: SymPy %.1f (bar: %.0f), FLINT %.2f", median(ratios), bar, median(ofFlint)))
    print("SymPy reached its time limit in \(late) of \(cases.count) cases")
    guard median(ratios) >= bar else { exit(1) }
  }

  /// The best time; ends the program where the result is not the one of FLINT.
  private static func measured(_ item: DivisorCase) -> Double {
    var best = Double.infinity
    for _ in 0..<repeats {
      let clock = ContinuousClock()
      let start = clock.now
      let divisor = Polynomial.gcd(item.a, item.b)
      best = min(best, (clock.now - start) / .seconds(1))
      guard divisor == item.divisor || divisor == -item.divisor else {
        print("wrong: gcd of \(item.a) and \(item.b) is \(item.divisor), not \(divisor)")
        exit(1)
      }
    }
    return best
  }

  /// Medians for each number of variables and size, in milliseconds.
  private static func table(_ cases: [DivisorCase], _ seconds: [Double]) -> [(String, String)] {
    var rows = [("variables  terms", "     derive ms      FLINT ms      SymPy ms")]
    for variables in Set(cases.map(\.variables)).sorted() {
      for terms in Set(cases.map(\.terms)).sorted() {
        let own = cases.indices.filter { cases[$0].variables == variables && cases[$0].terms == terms }
        let columns = [own.map { seconds[$0] }, own.map { cases[$0].flint }, own.map { cases[$0].sympy ?? .infinity }]
        rows.append(
          (
            String(format: "%9d  %5d", variables, terms),
            columns.map { String(format: "%14.3f", median($0) * 1000) }.joined()
          ))
      }
    }
    return rows
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  private static func stop(_ message: String) -> Never {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    exit(2)
  }
}
