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
    let (reports, sampler) = try analysed(input)
    let format = SolutionFormat(command.format, path: command.output)
    var articles = reports.map { SolutionWriter($0, detail: command.detail).article() }
    let plots = plots(sampler, format)
    articles[articles.count - 1].add(plots)
    let text = format.rendered(
      articles, title: [.words("The same model in two coordinates")], isFragment: command.fragment,
      figures: format == .latex ? try figures(plots) : [:])
    return (text, reports.map { ExitStatus($0) }.first { $0 != .success } ?? .success)
  }

  private typealias Analysed = (reports: [Report], sampler: ModelSampler?)

  private func analysed(_ input: ModelInput) throws(InputFailure) -> Analysed {
    let options = AnalysisOptions(
      assumptions: try AssumptionOption.understood(command.assume), derivesConsequences: true,
      timeLimit: command.timeLimit)
    do {
      guard let coordinates = command.coordinates else {
        let sampler = try Analysis(options: options).sampler(input.source)
        return ([sampler.report], sampler)
      }
      let source = SourceText(name: "--coordinates", text: coordinates)
      let (old, new) = try Analysis(options: options).run(input.source, coordinates: source)
      return ([old, new], nil)
    } catch {
      throw input.failure(error)
    }
  }

  /// The plots that the solution shows: those of a page, or those that were asked for.
  private func plots(_ sampler: ModelSampler?, _ format: SolutionFormat) -> [Plot] {
    guard let sampler, command.detail != .brief, format == .html || (format == .latex && command.plots) else {
      return []
    }
    return ModelPlots(sampler: sampler).all
  }

  /// Writes each plot as a file beside the solution; the names by which LaTeX finds them.
  private func figures(_ plots: [Plot]) throws(InputFailure) -> [String: String] {
    var files: [String: String] = [:]
    guard let output = command.output else { return files }
    let stem = output.hasSuffix(".tex") ? String(output.dropLast(4)) : output
    for plot in plots {
      let path = "\(stem)-\(plot.name).pdf"
      if let failure = PDFConverter.write(SVGRenderer().render(plot), to: path) { throw failure }
      files[plot.name] = path.split(separator: "/").last.map(String.init) ?? path
    }
    return files
  }
}
