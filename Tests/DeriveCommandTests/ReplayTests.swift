import Foundation
import Testing

/// `derive check --replay`: scripts with which other systems repeat the check.
@Suite struct ReplayTests {
  private static let beta = "log p(x | a, b) = (a-1)*log(x) + (b-1)*log(1-x) - lbeta(a, b), 0 < x < 1, a > 0, b > 0"

  /// Models of which the other systems' own rules lose digits, or do not end: powers at both ends, an end that moves and
  /// next to which the information hardly converges, a mass of its own at 0, a sum inside the density, a tail that falls
  /// like a power.
  private static let models: [(model: String, point: String)] = [
    (CheckTests.gamma, "a=5/2,b=3/2"), (CheckTests.poisson, "lambda=5/2"), (beta, "a=1/2,b=1/3"),
    (
      "log p(x | k, m) = log(k) + (k-1)*log(x-m) - (x-m)^k, x > m, k > 2, m in R", "k=9/4,m=1/3"
    ),
    (
      "log p(x | p, t) = [x = 0]*log(p) + [x > 0]*(log(1-p) - t + x*log(t) - lfactorial(x) - log(1-exp(-t))), "
        + "x in {0,1,2,...}, 0 < p < 1, t > 0",
      "p=1/3,t=2"
    ),
    (
      "log p(x | l, n) = x*log(l) - n*lfactorial(x) - log(sum(j in 0..inf, exp(j*log(l) - n*lfactorial(j)))), "
        + "x in {0,1,2,...}, l > 0, n > 0",
      "l=3/2,n=2"
    ),
    ("log p(k | s) = -s*log(k) - log(zeta(s)), k in {1,2,...}, s > 1", "s=5/2"),
    ("log p(x | a) = log(a) - (a+1)*log(1+x), x > 0, a > 0", "a=1/5"),
  ]

  /// The script for a system, and the command that runs it; nil where the system is not installed.
  private func outcome(_ model: String, _ point: String, _ language: String) throws -> BuiltProgram.Run? {
    let probe = language == "mpmath" ? "python3 -c 'import mpmath'" : "command -v gp"
    guard try BuiltProgram.runShell("\(probe) >/dev/null 2>&1").status == 0 else {
      print("skipped: \(language) is not installed")
      return nil
    }
    let script = FileManager.default.temporaryDirectory.appending(path: "replay-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: script) }
    let written = try BuiltProgram.run(
      ["check", model, "--at", point, "--digits", "12", "--replay", language, "-o", script])
    #expect(written.status == 0, "\(written.errors)")
    return try BuiltProgram.runShell("\(language == "mpmath" ? "python3" : "gp -q") \(script) </dev/null")
  }

  @Test("other systems come to the same", arguments: ["mpmath", "pari"], models)
  func replayed(language: String, model: (model: String, point: String)) throws {
    guard let outcome = try outcome(model.model, model.point, language) else { return }
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("normaliser 1.0"), "\(outcome.output)")
    // The values of an entry stand in lines after its name.
    var entries: [[Double]] = []
    for line in outcome.output.split(separator: "\n") {
      if line.hasPrefix("  ") {
        let value = try #require(Double(line.dropFirst(13).replacingOccurrences(of: " ", with: "")), "\(line)")
        entries[entries.count - 1].append(value)
      } else {
        entries.append([])
      }
    }
    let compared = entries.filter { !$0.isEmpty }
    #expect(!compared.isEmpty)
    for values in compared {
      let agree = values.allSatisfy { abs($0 - values[0]) <= 1e-10 * max(1, abs($0)) }
      #expect(values.count >= 2 && agree, "\(outcome.output)")
    }
  }

  /// A regression: gp went on after errors, and ended with status 0.
  @Test("a script that fails says so by its status")
  func failuresHaveAStatus() throws {
    let model = "log p(x | t) = x*log(t) - 3*log(x)/2 - log(polylog(3/2, t)), x in {1,2,...}, 0 < t < 1"
    guard let outcome = try outcome(model, "t=1/2", "pari") else { return }
    #expect(outcome.status != 0 && !outcome.output.contains("E[s s']"))
  }

  @Test func aSumThatFallsTooSlowlyEnds() throws {
    let model = "log p(x | r) = log(r) + lbeta(x, r+1), x in {1,2,...}, r > 0"
    guard let outcome = try outcome(model, "r=1/100", "pari") else { return }
    #expect(outcome.status != 0 && outcome.errors.contains("a sum has not settled"), "\(outcome.errors)")
  }

  @Test func anInfiniteIntegralIsNotGivenAValue() throws {
    let model = "log p(x | m) = -abs(x-m)^(3/4) - log(2*gamma(7/3)), x in R, m in R"
    guard let outcome = try outcome(model, "m=1/3", "pari") else { return }
    #expect(outcome.output.contains("E[-H]       has not settled, may not be finite"), "\(outcome.output)")
  }

  /// What follows the closed forms and the definitions is the same for every model.
  @Test("what a script says of the model is this", arguments: ["mpmath", "pari"])
  func scripts(language: String) throws {
    let run = try BuiltProgram.run(
      ["check", Self.beta, "--at", "a=1/2,b=1/3", "--digits", "20", "--replay", language])
    #expect(run.status == 0 && run.errors.isEmpty)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    let common = try #require(lines.firstIndex { $0.hasPrefix("indices = ") || $0.hasPrefix("n = ") })
    let own = lines[..<common] + lines.filter { $0.hasPrefix("closed = ") } + [""]
    try GoldenFile(name: "replay-beta.\(language == "mpmath" ? "py" : "gp")").expect(own.joined(separator: "\n"))
  }

  /// A regression: the script took the kernel for the density, and its numbers were those of neither.
  @Test func aDensityWithoutNormalizerHasNoScript() throws {
    let run = try BuiltProgram.run(
      ["check", "log p(x | t) ~ -x^4 + t*x^2, x in R, t in R", "--at", "t=2", "--replay", "mpmath"])
    #expect(run.status == 2 && run.output.isEmpty)
    try GoldenFile(name: "errors/check/replay-normalizer.stderr").expect(run.errors)
  }
}
