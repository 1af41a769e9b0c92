internal import Calculus
internal import Expressions

/// A part of a density's support on which one formula holds, and the terms of the formula's own series that do not belong
/// to it: `Σ_(k in R) f(k) = Σ_(k in R') f(k) - Σ_(k in R' \ R) f(k)`.
struct PartitionRegion {
  /// How far below its first point a lattice is continued to where a series begins.
  static let maximumExtension = 16

  /// The density's formula on the part, over the range R'.
  let setting: DensitySetting
  /// The expectations over R'.
  let engine: ExpectationEngine
  /// ∫ of the formula over R'.
  let mass: Expr
  /// The points of R' that are no points of the part, with the formula's value there.
  let excluded: [(point: Expr, mass: Expr)]
  private let variable: Expr

  /// Finds the nearest range at or below the given one over which a route sums the formula.
  init?(_ range: NumberSet, without atoms: [Expr], of setting: DensitySetting) {
    let variable = setting.observed[0].variable
    let nearest = Self.range(range, above: atoms, setting.store)
    for (extended, added) in Self.extensions(of: nearest, to: Self.start(of: setting), setting.store) {
      let part = Self.setting(setting, variable, on: extended)
      let outside =
        added
        + atoms.filter { !added.contains($0) && part.assumptions.holds(.membership($0, extended)) != .no }
      var excluded: [(Expr, Expr)] = []
      for point in outside {
        guard let mass = part.mass(of: variable, at: point) else { break }
        excluded.append((point, mass))
      }
      guard excluded.count == outside.count else { continue }
      let routes = standardRoutes.filter { !($0 is PartitionRouteKind) }
      let engine = ExpectationEngine(part, routes: routes)
      guard let logMass = engine.logMass else { continue }
      self.setting = part
      self.engine = engine
      self.excluded = excluded
      self.variable = variable
      mass = setting.store.exp(logMass)
      return
    }
    return nil
  }

  /// ∫ f g over the part, or nil where no route gives it.
  func integral(of g: Expr) -> Expr? {
    let store = setting.store
    let resolved = setting.simplifier.expandedLogarithms(setting.resolvingBrackets(g, variable, at: nil))
    let mean = resolved == store.one ? store.one : engine.derive(resolved, .moment).result
    guard !store.containsExpectation(mean) else { return nil }
    var parts = [store.product([mass, mean])]
    for (point, mass) in excluded {
      guard let value = setting.value(of: resolved, variable, at: point) else { return nil }
      parts.append(store.negated(store.product([mass, value])))
    }
    return store.sum(parts)
  }

  /// A lattice without the single points at its lower end, beyond which a series may begin.
  private static func range(_ range: NumberSet, above atoms: [Expr], _ store: ExpressionStore) -> NumberSet {
    guard case .lattice(let lower?, let upper) = range, var first = store.integerValue(lower) else { return range }
    while atoms.contains(store.integer(first)) { first += 1 }
    return .lattice(lower: store.integer(first), upper: upper)
  }

  /// Where series in the density's own indices begin: at 0, or where the logarithm of an index is 0.
  private static func start(of setting: DensitySetting) -> Int {
    setting.indexOrigins(of: setting.observed[0].variable).map { $0 + 1 }.min().map { min($0, 0) } ?? 0
  }

  /// The range itself, and a lattice continued step by step to a point; each with the points that were added.
  private static func extensions(
    of range: NumberSet, to start: Int, _ store: ExpressionStore
  ) -> [(NumberSet, [Expr])] {
    guard case .lattice(let lower?, let upper) = range, let first = store.integerValue(lower), first > start,
      first - start <= maximumExtension
    else { return [(range, [])] }
    return (0...first - start).map { steps in
      (
        .lattice(lower: store.integer(first - steps), upper: upper),
        (0..<steps).map { store.integer(first - 1 - $0) }
      )
    }
  }

  /// The density with brackets and absolute values resolved as on the range, which replaces the density's own.
  private static func setting(_ whole: DensitySetting, _ variable: Expr, on range: NumberSet) -> DensitySetting {
    var assumptions = Assumptions(whole.store)
    assumptions.assume(
      whole.assumptions.conditions.filter { !$0.freeSymbols(in: whole.store).contains(variable) }
        + [.membership(variable, range)])
    let simplifier = whole.simplifier.assuming(assumptions)
    let density = simplifier.expandedLogarithms(whole.resolvingBrackets(whole.logDensity, variable, at: nil))
    return DensitySetting(simplifier: simplifier, logDensity: density, observed: [.init(variable, in: range)])
  }
}
