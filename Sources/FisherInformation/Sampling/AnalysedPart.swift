public import Calculus
public import Diagnostics

/// A part of a model's domain on which its support lies on one side, with what came of it.
public struct AnalysedPart<Outcome> {
  /// The condition that the part is under, in the language; nil where the model is not cut.
  public let condition: String?
  /// What came of the part, or why nothing did.
  public let result: Result<Outcome, DiagnosticList>
}

extension AnalysedPart where Outcome == ModelSampler {
  /// The part with remarks before those of its report.
  public func noting(_ remarks: [Report.Sentence]) -> AnalysedPart {
    AnalysedPart(
      condition: condition,
      result: result.map { sampler in
        var sampler = sampler
        sampler.report.notes = remarks + sampler.report.notes
        return sampler
      })
  }
}
