import Calculus
import Diagnostics
import FisherInformation
import Numerics
import Syntax
import Typesetting

/// One run of `derive fisher`: find the model, analyse it, write the report.
struct FisherRun {
  private let command: FisherCommand
  private let arguments: [String]

  /// Prepares a run.
  ///
  /// - Parameter arguments: what the user typed, for the command that replays a contradiction.
  init(_ command: FisherCommand, arguments: [String]) {
    self.command = command
    self.arguments = arguments
  }

  /// Runs and says how it ended.
  func status() -> ExitStatus {
    do throws(InputFailure) {
      let input = try ModelInput(command.model, families: command.families)
      let written = try TimeLimit(seconds: command.timeLimit).result(in: input.source) { () throws(InputFailure) in
        let sampler = try analysed(input)
        return Written(
          text: rendered(sampler), status: ExitStatus(sampler.report), contradictions: sampler.report.contradictions)
      }
      try write(written.text)
      if !written.contradictions.isEmpty { complain(about: written.contradictions) }
      return written.status
    } catch {
      explain(error)
      return ExitStatus(error.diagnostics)
    }
  }

  /// A report as it is written.
  private struct Written: Sendable {
    let text: String
    let status: ExitStatus
    let contradictions: [String]
  }

  private func analysed(_ input: ModelInput) throws(InputFailure) -> ModelSampler {
    let options = AnalysisOptions(
      digits: command.digits, point: try PointOption.point(command.at),
      assumptions: try AssumptionOption.understood(command.assume), timeLimit: command.timeLimit,
      threads: command.threads ?? WorkerThread.processorCount)
    do {
      var sampler = try Analysis(options: options).sampler(input.source)
      sampler.report.notes = input.notes.map { Report.Sentence($0) } + sampler.report.notes
      return sampler
    } catch {
      throw input.failure(error)
    }
  }

  private func rendered(_ sampler: ModelSampler) -> String {
    let report = sampler.report
    switch command.format {
    case .text:
      let isTerminal = command.output == nil
      let width = isTerminal ? StandardStream.output.columns.map { min(max($0, 60), 160) } : nil
      let isPlain = command.ascii || (isTerminal && !StandardStream.output.showsUnicode)
      let renderer = TextRenderer(
        width: width ?? 100, colour: isTerminal && StandardStream.output.wantsColour,
        alphabet: isPlain ? .ascii : .unicode)
      return renderer.render(ReportWriter(report, layout: .stacked, showsDerivations: command.steps).article())
    case .latex:
      return LaTeXRenderer().render(ReportWriter(report, layout: .stacked, showsDerivations: true).article())
    case .html:
      var article = ReportWriter(report, layout: .stacked, showsDerivations: true).article()
      article.add(ModelPlots(sampler: sampler).all)
      return HTMLRenderer().render(article)
    case .json:
      return JSONWriter().text(ReportObject(report, showsDerivations: command.steps).value())
    }
  }

  private func write(_ text: String) throws(InputFailure) {
    guard let reason = OutputFile(path: command.output).write(text) else { return }
    throw InputFailure(.unwritable(command.output ?? "standard output", reason), in: "--output")
  }

  /// A failure as text for people, and as a report without results for programs.
  private func explain(_ failure: InputFailure) {
    let colour = StandardStream.error.wantsColour
    StandardStream.error.write(
      DiagnosticRenderer().render(failure.diagnostics, source: failure.source, colour: colour))
    guard command.format == .json else { return }
    let objects = failure.diagnostics.diagnostics.map { DiagnosticObject.value($0, in: failure.source) }
    // A file that cannot be written was complained about already.
    _ = OutputFile(path: command.output).write(JSONWriter().text(ReportObject.failure(objects)))
  }

  private func complain(about contradictions: [String]) {
    let replay = (["derive"] + arguments).map(ShellWord.quoted).joined(separator: " ")
    let diagnostic = Diagnostic.contradiction(contradictions, replay: replay)
    StandardStream.error.write(
      DiagnosticRenderer().render(
        diagnostic, source: SourceText(text: ""), colour: StandardStream.error.wantsColour))
  }
}
