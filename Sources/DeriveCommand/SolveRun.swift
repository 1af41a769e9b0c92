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
      let (text, status, failures) = try TimeLimit(seconds: command.timeLimit).result(in: input.source) {
        () throws(InputFailure) in try solved(input)
      }
      for failure in failures { StandardStream.error.write(failure) }
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

  /// A solution as it is written, how it ended, and why cases of the model have none.
  private typealias Solved = (text: String, status: ExitStatus, failures: [String])

  private func solved(_ input: ModelInput) throws(InputFailure) -> Solved {
    let format = SolutionFormat(command.format, path: command.output)
    if command.coordinates != nil { return try transformed(input, format) }
    let analysis = Analysis(options: try options())
    let parts = try input.parts(analysis.parts(input.source))
    let showsPlots = command.detail != .brief && (format == .html || (format == .latex && command.plots))
    var articles: [Article] = []
    var plots: [Plot] = []
    for (i, part) in parts.enumerated() {
      guard let sampler = try? part.result.get() else { continue }
      var article = SolutionWriter(sampler.report, detail: command.detail, readings: input.notes).article()
      if let name = parts.caseName(i) { article.title = [.words("The case ")] + name }
      let shown = showsPlots ? parts.plots(i) : []
      article.add(shown)
      plots += shown
      articles.append(article)
    }
    let text = format.rendered(
      articles, title: [.words("One model in \(articles.count) cases")], isFragment: command.fragment,
      figures: format == .latex ? try figures(plots) : [:])
    let statuses = parts.map { part in
      switch part.result {
      case .success(let sampler): ExitStatus(sampler.report)
      case .failure(let diagnostics): ExitStatus(diagnostics)
      }
    }
    return (text, ExitStatus.worst(of: statuses), parts.compactMap { input.complaint(about: $0) })
  }

  private func options() throws(InputFailure) -> AnalysisOptions {
    AnalysisOptions(
      assumptions: try AssumptionOption.understood(command.assume), derivesConsequences: true,
      timeLimit: command.timeLimit)
  }

  /// The solution in two coordinates.
  private func transformed(_ input: ModelInput, _ format: SolutionFormat) throws(InputFailure) -> Solved {
    let source = SourceText(name: "--coordinates", text: command.coordinates ?? "")
    let analysis = Analysis(options: try options())
    do {
      let (old, new) = try analysis.run(input.source, coordinates: source)
      let articles = [old, new].map { SolutionWriter($0, detail: command.detail).article() }
      let text = format.rendered(
        articles, title: [.words("The same model in two coordinates")], isFragment: command.fragment)
      return (text, [old, new].map { ExitStatus($0) }.first { $0 != .success } ?? .success, [])
    } catch {
      throw input.failure(error)
    }
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
