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
        try self.outcome(analysed(input), input)
      }
      try write(written.text)
      for failure in written.failures { StandardStream.error.write(failure) }
      for contradictions in written.contradictions where !contradictions.isEmpty { complain(about: contradictions) }
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
    /// Part by part.
    let contradictions: [[String]]
    /// Why parts have no report.
    let failures: [String]
  }

  private func outcome(_ parts: [AnalysedPart<ModelSampler>], _ input: ModelInput) -> Written {
    let reports = parts.compactMap { try? $0.result.get().report }
    return Written(
      text: rendered(parts), status: ExitStatus.worst(of: parts.map { status($0) }),
      contradictions: reports.map(\.contradictions), failures: parts.compactMap { input.complaint(about: $0) })
  }

  private func status(_ part: AnalysedPart<ModelSampler>) -> ExitStatus {
    switch part.result {
    case .success(let sampler): ExitStatus(sampler.report)
    case .failure(let diagnostics): ExitStatus(diagnostics)
    }
  }

  /// The parts of the model; fails where none has a report.
  private func analysed(_ input: ModelInput) throws(InputFailure) -> [AnalysedPart<ModelSampler>] {
    let options = AnalysisOptions(
      digits: command.digits, point: try PointOption.point(command.at),
      assumptions: try AssumptionOption.understood(command.assume),
      timeLimit: command.timeLimit, threads: command.threads ?? WorkerThread.processorCount)
    let notes = input.notes.map { Report.Sentence($0) }
    return try input.parts(Analysis(options: options).parts(input.source)).map { $0.noting(notes) }
  }

  private func rendered(_ parts: [AnalysedPart<ModelSampler>]) -> String {
    switch command.format {
    case .text:
      let isTerminal = command.output == nil
      let width = isTerminal ? StandardStream.output.columns.map { min(max($0, 60), 160) } : nil
      let isPlain = command.ascii || (isTerminal && !StandardStream.output.showsUnicode)
      let renderer = TextRenderer(
        width: width ?? 100, colour: isTerminal && StandardStream.output.wantsColour,
        alphabet: isPlain ? .ascii : .unicode)
      return renderer.render(article(parts, showsDerivations: command.steps, showsPlots: false))
    case .latex: return LaTeXRenderer().render(article(parts, showsDerivations: true, showsPlots: false))
    case .html: return HTMLRenderer().render(article(parts, showsDerivations: true, showsPlots: true))
    case .json:
      let objects = parts.map { part -> JSONValue in
        switch part.result {
        case .success(let sampler): ReportObject(sampler.report, showsDerivations: command.steps).value()
        case .failure(let diagnostics):
          ReportObject.failure(diagnostics.diagnostics.map { DiagnosticObject.value($0, in: SourceText(text: "")) })
        }
      }
      return JSONWriter().text(JSONValue.joined(objects, under: parts.compactMap(\.condition)))
    }
  }

  private func article(_ parts: [AnalysedPart<ModelSampler>], showsDerivations: Bool, showsPlots: Bool) -> Article {
    let articles = parts.enumerated().compactMap { i, part -> (condition: Prose, article: Article)? in
      guard let sampler = try? part.result.get() else { return nil }
      var article = ReportWriter(sampler.report, layout: .stacked, showsDerivations: showsDerivations).article()
      if showsPlots { article.add(parts.plots(i)) }
      return (parts.caseName(i) ?? [], article)
    }
    return articles.count == 1 && parts.count == 1 ? articles[0].article : Article(cases: articles)
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
