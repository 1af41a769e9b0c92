import Calculus
import Diagnostics
import FisherInformation
import Syntax
import Typesetting

/// One run of `derive solve`: analyse a model and write its solution.
struct SolveRun {
  private let command: SolveCommand

  init(_ command: SolveCommand) {
    self.command = command
  }

  /// Runs and says how it ended.
  func status() -> ExitStatus {
    do throws(InputFailure) {
      let input = try ModelInput(command.model, families: command.families)
      let (text, status) = try TimeLimit(seconds: command.timeLimit).result(in: input.source) {
        () throws(InputFailure) in try solved(input)
      }
      if let reason = OutputFile(path: command.output).write(text) {
        throw InputFailure(.unwritable(command.output ?? "standard output", reason), in: "--output")
      }
      return status
    } catch {
      StandardStream.error.write(
        DiagnosticRenderer().render(
          error.diagnostics, source: error.source, colour: StandardStream.error.wantsColour))
      return ExitStatus(error.diagnostics)
    }
  }

  private func solved(_ input: ModelInput) throws(InputFailure) -> (text: String, status: ExitStatus) {
    let reports = try analysed(input)
    let articles = reports.map { SolutionWriter($0, detail: command.detail).article() }
    let format = SolutionFormat(command.format, path: command.output)
    let text = format.rendered(
      articles, title: [.words("The same model in two coordinates")], isFragment: command.fragment)
    return (text, reports.map { ExitStatus($0) }.first { $0 != .success } ?? .success)
  }

  private func analysed(_ input: ModelInput) throws(InputFailure) -> [Report] {
    let options = AnalysisOptions(
      assumptions: try AssumptionOption.understood(command.assume), derivesConsequences: true,
      timeLimit: command.timeLimit)
    do {
      guard let coordinates = command.coordinates else { return [try Analysis(options: options).run(input.source)] }
      let source = SourceText(name: "--coordinates", text: coordinates)
      let (old, new) = try Analysis(options: options).run(input.source, coordinates: source)
      return [old, new]
    } catch {
      throw input.failure(error)
    }
  }
}
