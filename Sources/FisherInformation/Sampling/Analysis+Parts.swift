internal import Calculus
public import Diagnostics
internal import Expressions
internal import Syntax

extension Analysis {
  /// Analyses a model, or each of its parts where it depends on a sign on which side its support lies, as in
  /// `1 + xi*x > 0`.
  ///
  /// A part in which the density cannot be is left out, and the others say so.
  public func parts(_ source: SourceText) -> [AnalysedPart<ModelSampler>] {
    parts(source) { analysis throws(DiagnosticList) in try analysis.sampler(source) }.map { part in
      guard let condition = part.condition, let store = try? part.result.get().report.store,
        let stated = try? store.parseCondition(condition)
      else { return part }
      return part.noting([
        "this is the case \(stated): the sign decides on which side the support lies, and 0 is in no case"
      ])
    }
  }

  /// The same for a check at one point: the parts that hold the point asked for, else a point of each.
  public func checkedParts(_ source: SourceText) -> [AnalysedPart<CheckedModel>] {
    parts(source) { analysis throws(DiagnosticList) in try analysis.check(source) }
  }

  private func parts<Outcome>(
    _ source: SourceText, _ outcome: (Analysis) throws(DiagnosticList) -> Outcome
  ) -> [AnalysedPart<Outcome>] {
    do throws(DiagnosticList) {
      return [AnalysedPart(condition: nil, result: .success(try outcome(self)))]
    } catch {
      let whole = AnalysedPart<Outcome>(condition: nil, result: .failure(error))
      guard error.diagnostics.contains(where: { $0.id == "model.support-side" }), let sides = sides(of: source) else {
        return [whole]
      }
      let parts = sides.compactMap { part($0, outcome) }
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
  private func part<Outcome>(
    _ condition: String, _ outcome: (Analysis) throws(DiagnosticList) -> Outcome
  ) -> AnalysedPart<Outcome>? {
    var narrowed = options
    narrowed.assumptions.append(condition)
    do throws(DiagnosticList) {
      return AnalysedPart(
        condition: condition, result: .success(try outcome(Analysis(options: narrowed, tools: tools))))
    } catch {
      let impossible = ["model.not-real", "model.contradiction", "model.empty-support", "analysis.point-outside"]
      if error.diagnostics.allSatisfy({ impossible.contains($0.id) }) { return nil }
      return AnalysedPart(condition: condition, result: .failure(error))
    }
  }
}
