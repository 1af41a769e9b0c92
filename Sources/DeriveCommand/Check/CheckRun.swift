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
    do throws(DiagnosticList) {
      let checked = try Analysis(options: options).check(input.source)
      if let language = command.replay { return (try checked.script(in: language), .success) }
      let check = try checked.crossCheck()
      let text = command.format == .json ? JSONWriter().text(CheckObject.value(check)) : CheckTable(check).text
      return (text, ExitStatus(check))
    } catch {
      throw input.failure(error)
    }
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
      case .contradiction: .contradiction
      }
  }
}
