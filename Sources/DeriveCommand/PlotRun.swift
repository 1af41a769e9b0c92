import Calculus
import Diagnostics
import FisherInformation
import Syntax
import Typesetting

/// One run of `derive plot`: analyse a model, sample it, draw.
struct PlotRun {
  private let command: PlotCommand

  init(_ command: PlotCommand) {
    self.command = command
  }

  /// Runs and says how it ended.
  func status() -> ExitStatus {
    do throws(InputFailure) {
      let input = try ModelInput(command.model, families: command.families)
      let (drawing, status) = try TimeLimit(seconds: command.timeLimit).result(in: input.source) {
        () throws(InputFailure) in try drawn(input)
      }
      try write(drawing)
      return status
    } catch {
      StandardStream.error.write(
        DiagnosticRenderer().render(
          error.diagnostics, source: error.source, colour: StandardStream.error.wantsColour))
      return ExitStatus(error.diagnostics)
    }
  }

  /// The drawing for the model, or for each of its cases that has it.
  private func drawn(_ input: ModelInput) throws(InputFailure) -> (drawing: String, status: ExitStatus) {
    let options = AnalysisOptions(
      digits: 20, point: try PointOption.point(command.at),
      assumptions: try AssumptionOption.understood(command.assume),
      timeLimit: command.timeLimit)
    let range = try range()
    let parts = try input.parts(Analysis(options: options).parts(input.source))
    var panels: [(heading: Prose, plot: Plot)] = []
    var statuses: [ExitStatus] = []
    for (i, part) in parts.enumerated() {
      guard let sampler = try? part.result.get() else {
        if let complaint = input.complaint(about: part) { StandardStream.error.write(complaint) }
        continue
      }
      let parameter = try parameter(of: sampler.report)
      guard let plot = ModelPlots(sampler: sampler).plot(command.kind, parameter: parameter, range: range) else {
        if parts.count > 1 { noteMissing(part.condition ?? "") }
        continue
      }
      let name = parts.caseName(i)
      panels.append((name.map { [.words("The case ")] + $0 } ?? [], plot.restricted(to: name, number: i + 1)))
      statuses.append(ExitStatus(sampler.report))
    }
    guard let first = panels.first else { throw InputFailure(.plotMissing(command.kind.rawValue), in: "--kind") }
    let drawing = parts.count == 1 ? SVGRenderer().render(first.plot) : SVGRenderer().render(panels)
    return (drawing, ExitStatus.worst(of: statuses))
  }

  private func noteMissing(_ condition: String) {
    StandardStream.error.write("note: the case `\(condition)` has no plot of the kind `\(command.kind.rawValue)`\n")
  }

  private func parameter(of report: Report) throws(InputFailure) -> Int {
    guard let name = command.parameter else { return 0 }
    let printer = PlainPrinter(report.store)
    let names = report.setting.parameters.map { printer.print($0) }
    guard let position = names.firstIndex(of: name) else {
      throw InputFailure(.plotParameterUnknown(name, known: names), in: "--parameter")
    }
    return position
  }

  /// The range that was asked for: two numbers of the language around two dots.
  private func range() throws(InputFailure) -> ClosedRange<Double>? {
    guard let text = command.range else { return nil }
    let bounds = text.split(separator: "..", omittingEmptySubsequences: false).map { PointOption.number($0) }
    guard bounds.count == 2, let lower = bounds[0], let upper = bounds[1], lower < upper else {
      throw InputFailure(.plotRange(text), in: "--range")
    }
    return lower.doubleValue...upper.doubleValue
  }

  private func write(_ drawing: String) throws(InputFailure) {
    if let path = command.output, path.hasSuffix(".pdf") {
      if let failure = PDFConverter.write(drawing, to: path) { throw failure }
      return
    }
    if let reason = OutputFile(path: command.output).write(drawing) {
      throw InputFailure(.unwritable(command.output ?? "standard output", reason), in: "--output")
    }
  }
}
