import Diagnostics
import FamilyCatalog
import FisherInformation
import Numerics

/// One run of `derive verify`: each family derived, each claim judged.
struct VerifyRun {
  private let command: VerifyCommand

  init(_ command: VerifyCommand) {
    self.command = command
  }

  /// Runs and says how it ended.
  func status() -> ExitStatus {
    do throws(InputFailure) {
      if let path = command.reference { return try ReferenceRun(command, path: path).status() }
      return try verified()
    } catch {
      explain(error)
      return ExitStatus(error.diagnostics)
    }
  }

  private func verified() throws(InputFailure) -> ExitStatus {
    let families = try selected()
    let progress = ProgressLine(total: families.count)
    let options = AnalysisOptions(digits: command.digits, timeLimit: command.timeLimit)
    let limit = TimeLimit(seconds: command.timeLimit)
    let results = ParallelMap(families, willBegin: { progress.begin($0, $1.name.text) }) { family in
      Result { () throws(InputFailure) in
        try limit.result(in: family.source, called: family.name.text) { () throws(InputFailure) in
          try FamilyVerification(family, options: options)
        }
      }
    }.results()
    progress.end()
    let summary = ClaimSummary(families, results)
    StandardStream.output.write(summary.text)
    for failure in summary.failures { explain(failure) }
    return summary.status
  }

  /// The families that were asked for; all of the catalogue where none was.
  private func selected() throws(InputFailure) -> [Family] {
    let catalog = FamilyCatalog.standard(option: command.families)
    var families: [Family] = []
    do {
      for name in try command.names.isEmpty ? catalog.allNames() : command.names {
        families.append(
          name.hasSuffix(FamilyCatalog.fileExtension)
            ? try Family(contentsOf: name) : try catalog.family(named: name))
      }
    } catch {
      throw InputFailure(error.diagnostics, in: error.source)
    }
    return families
  }

  private func explain(_ failure: InputFailure) {
    StandardStream.error.write(
      DiagnosticRenderer().render(
        failure.diagnostics, source: failure.source, colour: StandardStream.error.wantsColour))
  }
}
