internal import Calculus
internal import Expressions

/// Puts the parts of a report together.
struct ReportAssembly {
  private let model: Model
  private let results: SymbolicResults
  private let forms: ClosedForms
  private let verdict: Verdict
  private let points: InformationStructure.Witnesses

  init(_ derived: DerivedModel, _ verdict: Verdict, points: InformationStructure.Witnesses) {
    model = derived.model
    results = derived.results
    forms = derived.forms
    self.verdict = verdict
    self.points = points
  }

  /// The report without its numeric section and derivations.
  var report: Report {
    var report = Report(store: model.store, setting: setting)
    report.status = verdict.status
    report.score = results.score
    report.hessian = results.hessian
    report.moments.expectedScore = forms.expectedScore
    report.moments.expectedScoreOuter = withInfinities(forms.outer) { $0.divergence.outer }
    report.moments.covarianceOfScore = forms.covariance
    report.moments.expectedNegativeHessian = withInfinities(forms.negativeHessian) { $0.divergence.negativeHessian }
    report.fisher = verdict.fisher
    report.entryStatus = verdict.entries.map { $0.map(\.status) }
    report.firstBartlett = verdict.firstBartlett
    report.secondBartlett = verdict.secondBartlett
    report.regularity = RegularityAssessment(results, forms, parameters: model.parameters).regularity(verdict)
    report.contradictions = verdict.contradictions
    report.notes = model.notes + (model.isNormalizedNumerically ? [Self.numericNormalizer] : [])
    if let fisher = verdict.fisher {
      report.structure =
        InformationStructure(
          fisher, parameters: model.parameters, simplifier: results.setting.simplifier, points: points
        ).structure
    }
    return report
  }

  private static var numericNormalizer: Report.Sentence {
    """
    no closed form of the normaliser was found: it is integrated numerically, and the derivatives of its logarithm are \
    moments
    """
  }

  /// The closed forms, with ±inf where an integral diverges at every point.
  private func withInfinities(_ entries: [[Expr?]], _ sign: (EntryVerdict) -> Int) -> [[Expr?]] {
    let store = model.store
    return entries.enumerated().map { i, row in
      row.enumerated().map { j, entry in
        switch sign(verdict.entries[i][j]) {
        case 1: store.infinity
        case -1: store.negated(store.infinity)
        default: entry
        }
      }
    }
  }

  private var setting: Report.Setting {
    Report.Setting(
      observed: model.observed.map(\.symbol), support: model.supportConditions,
      supportInferred: model.supportInferred, parameters: model.parameters, known: model.known,
      domains: model.domains.map { ($0.symbol, $0.conditions, $0.isInferred) }, constraints: model.constraints,
      logDensity: model.logDensity, logNormalizer: model.logNormalizer,
      isNormalizedNumerically: model.isNormalizedNumerically)
  }
}
