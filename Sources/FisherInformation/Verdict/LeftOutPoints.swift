internal import Calculus
internal import Expectation
internal import Expressions
internal import Multiprecision
internal import Numerics

/// Why points of the domain decided nothing, and what that says of the domain.
///
/// The domain that is read off a density need not be all that makes it one: of `w*f(x) + (1-w)*g(x)` nothing tells the bounds
/// of w. Where a point of it turns out to have no density, what is said of the model holds at the points that were tried.
struct LeftOutPoints {
  private let derived: DerivedModel
  private let limits: WorkLimits
  private var model: Model { derived.model }
  private var store: ExpressionStore { model.store }

  init(_ derived: DerivedModel, limits: WorkLimits) {
    self.derived = derived
    self.limits = limits
  }

  /// Says in a report why points were left out.
  func complete(_ report: inout Report, _ points: [[Rational]]) {
    let failures = points.map(failure)
    for (point, failure) in zip(points, failures) {
      let place = place(derived.symbols, point)
      let reason: Report.Sentence =
        failure ?? "not every number there is known to \(EntryComparison.minimumDigits) digits"
      report.notes.append("the point \(place) was left out: \(reason)")
    }
    guard let (point, failure) = zip(points, failures).first(where: { $0.1 != nil }), let failure else { return }
    report.notes.append(advice)
    if report.regularity.extent == .always { report.regularity.extent = .when }
    report.regularity.holdsAtTriedPointsOnly = true
    let place = place(derived.symbols, point)
    report.regularity.reasons.append(
      Report.Regularity.Reason(
        condition: "the domain is known",
        detail: "at \(place) \(failure), so the domain is smaller than what is shown; how far it goes was not found"))
  }

  /// How to go on where the domain is too large.
  private var advice: Report.Sentence {
    let open = model.domains.filter { $0.isInferred || $0.conditions.isEmpty }.map(\.symbol)
    guard !open.isEmpty else { return "the declared domain is too large for this to be a density in all of it" }
    let names = open.map { store.symbolName($0) ?? "" }.joined(separator: ", ")
    return "the domain of \(names) is not known: declare it, so that what is said holds in all of it"
  }

  private func place(_ symbols: [Expr], _ values: [Rational]) -> Report.Sentence {
    "\(zip(symbols, values).map { Condition.relation($0, .equal, store.number($1)) })"
  }

  /// Why there is no density at a point, as a clause; nil where nothing speaks against one.
  private func failure(at point: [Rational]) -> Report.Sentence? {
    let scan = DensityScan(
      store: store, logDensity: given, density: model.parsed.isLogarithm ? nil : model.parsed.density,
      observed: model.observed, symbols: derived.symbols)
    // A formula may have no value at a single value of a parameter, as 1/t - 1/sin(t) at t = 0; what it tends to there counts.
    let beside = point.map { $0 + Self.step }
    if let failure = scan?.failure(at: point), failure.isNegative || scan?.failure(at: beside) != nil {
      let place = place(model.observed.map(\.symbol), failure.place)
      return failure.isNegative ? "the density is negative at \(place)" : "the density is no real number at \(place)"
    }
    let setting = DensitySetting(
      simplifier: derived.results.setting.simplifier, logDensity: given, observed: model.observed.map(\.inSetting))
    guard let mass = try? SupportIntegrals(setting, [store.one], parameters: derived.symbols),
      let estimate = try? mass.evaluate(at: point, digits: Self.digits, limits: limits)[0],
      case .divergent = estimate.status
    else { return nil }
    return "the density has no finite mass"
  }

  /// The log-density without the normaliser that was found, whose formula may go on where there is no density, and may have
  /// no value where there is one.
  private var given: Expr {
    guard let logNormalizer = model.logNormalizer else { return model.logDensity }
    return store.sum([model.logDensity] + store.terms(logNormalizer))
  }

  private static let digits = 12
  private static let step = Rational(1, 1_000)
}
