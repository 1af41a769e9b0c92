import Diagnostics
import FisherInformation
import Syntax
import Typesetting

/// One run of `derive check`: compare all ways to the information at a point, or write a script that does.
struct CheckRun {
  private let command: CheckCommand

  init(_ command: CheckCommand) {
    self.command = command
  }

  /// Runs and says how it ended.
  func status() -> ExitStatus {
    do throws(InputFailure) {
      let input = try ModelInput(command.model, families: command.families)
      let (text, status) = try TimeLimit(seconds: command.timeLimit).result(in: input.source) {
        () throws(InputFailure) in try checked(input)
      }
      do throws(DiagnosticList) {
        try write(text)
      } catch {
        throw input.failure(error)
      }
      return status
    } catch {
      StandardStream.error.write(
        DiagnosticRenderer().render(
          error.diagnostics, source: error.source, colour: StandardStream.error.wantsColour))
      return ExitStatus(error.diagnostics)
    }
  }

  private func checked(_ input: ModelInput) throws(InputFailure) -> (text: String, status: ExitStatus) {
    let options = AnalysisOptions(
      digits: command.digits, point: try PointOption.point(command.at),
      assumptions: try AssumptionOption.understood(command.assume), timeLimit: command.timeLimit)
    let parts = try input.parts(Analysis(options: options).checkedParts(input.source))
    do throws(DiagnosticList) {
      if let language = command.replay {
        guard parts.count == 1 else { throw DiagnosticList([.replayInCases(parts.compactMap(\.condition))]) }
        return (try parts[0].result.get().script(in: language), .success)
      }
      var checks: [(condition: String?, check: CrossCheck)] = []
      for part in parts { checks.append((part.condition, try part.result.get().crossCheck())) }
      return (text(checks), ExitStatus.worst(of: checks.map { ExitStatus($0.check) }))
    } catch {
      throw input.failure(error)
    }
  }

  private func text(_ checks: [(condition: String?, check: CrossCheck)]) -> String {
    if command.format == .json {
      return JSONWriter().text(
        JSONValue.joined(checks.map { CheckObject.value($0.check) }, under: checks.compactMap(\.condition)))
    }
    return checks.map { condition, check in
      (condition.map { "where \($0)\n" } ?? "") + CheckTable(check).text
    }.joined(separator: "\n")
  }

  private func write(_ text: String) throws(DiagnosticList) {
    guard let reason = OutputFile(path: command.output).write(text) else { return }
    throw DiagnosticList([.unwritable(command.output ?? "standard output", reason)])
  }
}

extension ExitStatus {
  /// The status of a check.
  init(_ check: CrossCheck) {
    self =
      switch check.outcome {
      case .agreement: .success
      case .identityFails: .irregular
      case .undecided: .undecided
      case .contradiction: .contradiction
      }
  }
}
