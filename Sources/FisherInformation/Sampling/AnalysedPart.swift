public import Calculus
public import Diagnostics
internal import Expressions
internal import Syntax

/// A part of a model's domain on which its support lies on one side, with what came of its analysis.
public struct AnalysedPart {
  /// The condition that the part is under, in the language; nil where the model is not cut.
  public let condition: String?
  /// The analysis, or why there is none.
  public let result: Result<ModelSampler, DiagnosticList>

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

extension Analysis {
  /// Analyses a model, or each of its parts where it depends on a sign on which side its support lies, as in
  /// `1 + xi*x > 0`.
  ///
  /// A part in which the density cannot be is left out, and the others say so.
  public func parts(_ source: SourceText) -> [AnalysedPart] {
    do throws(DiagnosticList) {
      return [AnalysedPart(condition: nil, result: .success(try sampler(source)))]
    } catch {
      let whole = AnalysedPart(condition: nil, result: .failure(error))
      guard error.diagnostics.contains(where: { $0.id == "model.support-side" }), let sides = sides(of: source) else {
        return [whole]
      }
      let parts = sides.compactMap { part($0, of: source) }
      return parts.isEmpty ? [whole] : parts
    }
  }

  /// The two conditions on the sign that decides; nil where several do.
  private func sides(of source: SourceText) -> [String]? {
    let store = ExpressionStore()
    guard let parsed = try? ModelParser(store: store).parse(source),
      let further = try? options.assumedConditions(in: store),
      let decisive = try? ReadingBuilder(
        store: store, parsed: parsed, further: further, formulas: FunctionFormulas(store)
      ).undecidedSide()
    else { return nil }
    return [Relation.greater, .less].map { PlainPrinter(store).print(Condition.relation(decisive, $0, store.zero)) }
  }

  /// The part of a model under a condition; nil where the condition contradicts the model or the point that is asked for.
  private func part(_ condition: String, of source: SourceText) -> AnalysedPart? {
    var narrowed = options
    narrowed.assumptions.append(condition)
    do throws(DiagnosticList) {
      var sampler = try Analysis(options: narrowed, tools: tools).sampler(source)
      if let stated = try? sampler.report.store.parseCondition(condition) {
        sampler.report.notes.insert(
          "this is the case \(stated): the sign decides on which side the support lies, and 0 is in no case", at: 0)
      }
      return AnalysedPart(condition: condition, result: .success(sampler))
    } catch {
      let impossible = ["model.not-real", "model.contradiction", "model.empty-support", "analysis.point-outside"]
      if error.diagnostics.allSatisfy({ impossible.contains($0.id) }) { return nil }
      return AnalysedPart(condition: condition, result: .failure(error))
    }
  }
}
