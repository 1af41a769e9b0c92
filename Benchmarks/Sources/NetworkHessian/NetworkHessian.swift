import Expressions
import Foundation

/// Times the symbolic Hessian of a 121-weight network, and compares times and values with those of a peer program.
///
///     network-hessian [<times of the peer> <entries of the peer>]
@main
struct NetworkHessian {
  /// How many times faster than the peer this must be.
  static let bar = 10.0
  static let repeats = 15
  /// Relative to the largest entry: both programs round some thousands of operations in double precision.
  static let tolerance = 1e-12

  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 1 || arguments.count == 3 else { stop("usage: network-hessian [<times> <entries>]") }
    do {
      try measure(peerFiles: Array(arguments.dropFirst()))
    } catch {
      stop("network-hessian: \(error)")
    }
  }

  private static func measure(peerFiles: [String]) throws {
    var seconds: [Double] = []
    var network = TanhNetwork()
    var hessian: [[Expr]] = []
    for _ in 0..<repeats {
      let clock = ContinuousClock()
      let start = clock.now
      network = TanhNetwork()
      hessian = try network.hessian()
      seconds.append((clock.now - start) / .seconds(1))
    }
    print("symbolic Hessian of a 4-8-8-1 tanh network, \(network.weights.count) weights")
    report("derive", seconds)
    print("  \(network.store.count) distinct expressions")
    if peerFiles.count == 2 {
      let peer = try PeerResult(timesPath: peerFiles[0], entriesPath: peerFiles[1])
      try compare(peer, seconds, network, hessian)
    }
  }

  private static func compare(
    _ peer: PeerResult, _ seconds: [Double], _ network: TanhNetwork, _ hessian: [[Expr]]
  ) throws {
    report(peer.name, peer.seconds)
    let ratio = median(peer.seconds) / median(seconds)
    let atBest = (peer.seconds.min() ?? 0) / (seconds.min() ?? 1)
    print(String(format: "ratio: %.1f of medians, %.1f of best times (bar: %.0f)", ratio, atBest, bar))

    let entries = try network.values(of: hessian)
    guard entries.count == peer.entries.count else {
      print("the peer wrote \(peer.entries.count) entries, not \(entries.count)")
      exit(1)
    }
    let largest = peer.entries.map(abs).max() ?? 1
    let differences = zip(entries, peer.entries).map { abs($0 - $1) / largest }
    let relative = differences.max() ?? .infinity
    print(String(format: "largest difference of %d entries at a point: %.1e of the largest", entries.count, relative))
    // Every single one, so that a NaN fails.
    guard differences.allSatisfy({ $0 <= tolerance }), ratio >= bar else { exit(1) }
  }

  private static func stop(_ message: String) -> Never {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    exit(2)
  }

  private static func report(_ name: String, _ seconds: [Double]) {
    let line = "\(name):".padding(toLength: 20, withPad: " ", startingAt: 0)
    print(line + String(format: "median %.4f s, best %.4f s", median(seconds), seconds.min() ?? 0))
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
