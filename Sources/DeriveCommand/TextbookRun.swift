import Calculus
import Diagnostics
import FamilyCatalog
import FisherInformation
import Typesetting

/// One run of `derive textbook`: solve every exercise and write them as one document.
struct TextbookRun {
  private let command: TextbookCommand

  init(_ command: TextbookCommand) {
    self.command = command
  }

  /// Runs and says how it ended.
  func status() -> ExitStatus {
    do throws(InputFailure) {
      let textbook = Textbook(command.places)
      guard !textbook.paths.isEmpty else { throw InputFailure(.noExercises(command.places), in: "textbook") }
      var articles: [Article] = []
      var worst = ExitStatus.success
      for path in textbook.paths {
        let reports = try solved(path, textbook, &articles)
        for status in reports.map({ ExitStatus($0) }) where status == .undecided || status == .contradiction {
          worst = status
        }
      }
      let format = SolutionFormat(command.format, path: command.output)
      let text = format.rendered(articles, title: [.words(command.title)], isFragment: false)
      if let reason = OutputFile(path: command.output).write(text) {
        throw InputFailure(.unwritable(command.output ?? "standard output", reason), in: "--output")
      }
      return worst
    } catch {
      StandardStream.error.write(
        DiagnosticRenderer().render(
          error.diagnostics, source: error.source, colour: StandardStream.error.wantsColour))
      return ExitStatus(error.diagnostics)
    }
  }

  /// Solves one exercise; one in two coordinates becomes a short solution in the old ones and a full one in the new.
  private func solved(
    _ path: String, _ textbook: Textbook, _ articles: inout [Article]
  ) throws(InputFailure) -> [Report] {
    let exercise: Exercise
    do {
      exercise = try textbook.exercise(at: path)
    } catch {
      throw InputFailure(error.diagnostics, in: error.source)
    }
    let analysis = Analysis(options: AnalysisOptions(derivesConsequences: true, timeLimit: command.timeLimit))
    do {
      if let coordinates = exercise.coordinates {
        let (old, new) = try analysis.run(exercise.model, coordinates: coordinates)
        var article = SolutionWriter(old, detail: .brief, title: exercise.title, question: exercise.question).article()
        article.sections += SolutionWriter(new, detail: command.detail).article().sections
        articles.append(article)
        return [old, new]
      }
      let sampler = try analysis.sampler(exercise.model)
      var article = SolutionWriter(
        sampler.report, detail: command.detail, title: exercise.title, question: exercise.question
      ).article()
      if SolutionFormat(command.format, path: command.output) == .html, command.detail != .brief {
        article.add(ModelPlots(sampler: sampler).all.map { $0.renamed("exercise-\(articles.count + 1)-\($0.name)") })
      }
      articles.append(article)
      return [sampler.report]
    } catch {
      throw InputFailure(error, in: exercise.model)
    }
  }
}
