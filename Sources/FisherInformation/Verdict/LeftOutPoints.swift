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

  /// Says in a report why points were left out, and where else in the domain there is no density.
  ///
  /// - Parameter decided: a point of the domain that was not left out.
  func complete(_ report: inout Report, _ points: [[Rational]], besides decided: [Rational]?) {
    let failures = points.map(failure)
    for (point, failure) in zip(points, failures) {
      let place = place(derived.symbols, point)
      let reason: Report.Sentence =
        failure ?? "not every number there is known to \(EntryComparison.minimumDigits) digits"
      report.notes.append("the point \(place) was left out: \(reason)")
    }
    let corner = failures.allSatisfy { $0 == nil } ? decided.flatMap(failingCorner) : nil
    guard let (point, failure) = zip(points, failures).first(where: { $0.1 != nil }) ?? corner, let failure else {
      return
    }
    report.notes.append(advice)
    if report.regularity.extent == .always { report.regularity.extent = .when }
    report.regularity.holdsAtTriedPointsOnly = true
    let place = place(derived.symbols, point)
    report.regularity.reasons.append(
      Report.Regularity.Reason(
        condition: "the domain is known",
        detail: "at \(place) \(failure), so the domain is smaller than what is shown; how far it goes was not found"))
  }

  /// A point next to a corner of bounds that were inferred one by one, where the density is negative: of
  /// `1 + a*cos(x) + b*sin(x)` each of a and b lies between -1 and 1, and both together in the unit circle.
  private func failingCorner(besides decided: [Rational]) -> ([Rational], Report.Sentence?)? {
    var corners = [decided]
    var count = 0
    for domain in model.domains where domain.isInferred {
      guard let position = derived.symbols.firstIndex(of: domain.symbol),
        case .interval(let lower?, let upper?, _, _) = domain.set,
        let a = store.numberValue(lower), let b = store.numberValue(upper)
      else { continue }
      count += 1
      corners = corners.flatMap { corner in
        [Self.nextToEnd, Rational(1) - Self.nextToEnd].map { part in
          var moved = corner
          moved[position] = a + part * (b - a)
          return moved
        }
      }
    }
    guard count > 1, count <= Self.mostBounded else { return nil }
    let admitted = SamplePoints(of: derived.symbols, assumptions: model.assumptions)
    return corners.firstValue { corner in
      guard admitted.admits(corner) == .yes, let failure = scan?.failure(at: corner), failure.isNegative else {
        return nil
      }
      return (corner, "the density is negative at \(place(model.observed.map(\.symbol), failure.place))")
    }
  }

  private static let nextToEnd = Rational(1, 100)
  /// More symbols have too many corners.
  private static let mostBounded = 4

  /// A look at the density over its support.
  private var scan: DensityScan? {
    DensityScan(
      store: store, logDensity: given, density: model.parsed.isLogarithm ? nil : model.parsed.density,
      observed: model.observed, symbols: derived.symbols)
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
    let scan = scan
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
