import Foundation
import Testing

/// The time limit holds whatever the program is doing (section 7 of the design).
@Suite("The time limit")
struct TimeLimitTests {
  static let names = (1...9).map { "a\($0)" }

  /// A density whose algebra takes far longer than the limits below: nine parameters under roots and logarithms, in a
  /// common denominator.
  static let logDensity: String = {
    let scales = names.indices.map { "\(names[$0])^\($0 + 1)*sqrt(1 + \(names[($0 + 3) % names.count])^2)" }
    let scale = scales.joined(separator: " + ")
    let mean = names.map { "\($0)^2*log(1 + \($0)^2)" }.joined(separator: " + ")
    return "-(x - (\(mean)))^2/(2*(\(scale))^2) - log(\(scale)) - log(2*pi)/2"
  }()

  static let laborious =
    "log p(x | \(names.joined(separator: ", "))) = \(logDensity), x in R, "
    + names.map { "\($0) > 0" }.joined(separator: ", ")

  static let family =
    "# A family for the tests of the time limit.\nfamily laborious\n  title        Laborious\n  variable     x   in R\n"
    + names.map { "  parameter    \($0)  in (0, inf)  typical 1/4, 1, 5\n" }.joined()
    + "  log density  \(logDensity)\n  tag          continuous, real line\n\n"
    + "  claim information a1 a1 = 1  source \"none: the claim is never reached\"\n"

  static let limit = ["--time-limit", "0.5"]

  @Test("is named, with exit status 1", arguments: [["fisher"], ["solve"], ["check"], ["plot"]])
  func isNamed(command: [String]) throws {
    let run = try BuiltProgram.run(command + [Self.laborious] + Self.limit)
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("the time limit"), "\(run.errors)")
    #expect(run.errors.contains("--time-limit SECONDS"), "\(run.errors)")
  }

  @Test("is an object for programs too")
  func isAnObject() throws {
    let (status, object) = try BuiltProgram.object([Self.laborious] + Self.limit)
    #expect(status == 1)
    #expect(object["status"] as? String == "undecided")
    let diagnostics = object["diagnostics"] as? [[String: Any]] ?? []
    #expect(diagnostics.map { $0["id"] as? String } == ["limit.time"])
  }

  @Test("a family that takes too long is reported, and the others go on")
  func familiesGoOn() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "families-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Self.family.utf8).write(to: folder.appending(path: "laborious.family"))
    let run = try BuiltProgram.run(
      ["verify", "laborious", "poisson", "--families", folder.path, "--digits", "15", "--time-limit", "4"])
    #expect(run.status == 1, "\(run.output)\(run.errors)")
    #expect(run.output.contains("1 family without a result"), "\(run.output)")
    #expect(run.output.contains("poisson"))
    #expect(run.errors.contains("was reached by `laborious`"), "\(run.errors)")
  }

  @Test("a limit beyond the range of the clock is none")
  func endlessLimit() throws {
    let run = try BuiltProgram.run(["log p = x*log(theta) + (1-x)*log(1-theta)", "--time-limit", "1e300"])
    #expect(run.status == 0, "\(run.errors)")
  }

  /// Divisors of polynomials in a, b, their roots, l and two Bessel functions once took for ever.
  @Test("the generalised inverse Gaussian is derived")
  func generalisedInverseGaussian() throws {
    let model =
      "log p(x | a, b; l) = l/2*log(a/b) - log(2*besselk(l, sqrt(a*b))) + (l-1)*log(x) - (a*x+b/x)/2, "
      + "x > 0, a > 0, b > 0, l in R"
    let (status, object) = try BuiltProgram.object([model, "--digits", "15", "--time-limit", "300"])
    #expect(status == 0)
    #expect(object["status"] as? String == "verified")
  }
}
