import Calculus
import Diagnostics
import Expressions
import FisherInformation
import Syntax
import Typesetting

extension ModelInput {
  /// The parts of the model, of which one at least came to something.
  ///
  /// - Throws: why the first part failed, where all did.
  func parts<Outcome>(_ parts: [AnalysedPart<Outcome>]) throws(InputFailure) -> [AnalysedPart<Outcome>] {
    let failures = parts.compactMap { part -> DiagnosticList? in
      if case .failure(let diagnostics) = part.result { diagnostics } else { nil }
    }
    if failures.count == parts.count, let failure = failures.first { throw self.failure(failure) }
    return parts
  }

  /// Why a part came to nothing; nil where it came to something.
  func complaint<Outcome>(about part: AnalysedPart<Outcome>) -> String? {
    guard case .failure(let diagnostics) = part.result else { return nil }
    let failure = failure(diagnostics)
    return "where \(part.condition ?? "it is defined"):\n"
      + DiagnosticRenderer().render(
        failure.diagnostics, source: failure.source, colour: StandardStream.error.wantsColour)
  }
}

extension [AnalysedPart<ModelSampler>] {
  /// The condition of a part as formulas are set; nil where it is the only one.
  func caseName(_ i: Int) -> Prose? {
    guard count > 1, let condition = self[i].condition else { return nil }
    guard let store = try? self[i].result.get().report.store, let stated = try? store.parseCondition(condition) else {
      return [.words(condition)]
    }
    return Prose(stating: stated, in: store)
  }

  /// The plots that a page shows of a part, each with the case that it is for.
  func plots(_ i: Int) -> [Plot] {
    guard let sampler = try? self[i].result.get() else { return [] }
    return ModelPlots(sampler: sampler).all.map { $0.restricted(to: caseName(i), number: i + 1) }
  }
}
