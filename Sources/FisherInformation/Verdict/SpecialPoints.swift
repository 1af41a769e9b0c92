internal import Calculus
internal import Expressions
internal import Multiprecision
internal import Numerics

/// Values of single parameters, inside the domain, at which the closed form of the information has poles that cancel: the
/// information there is the limit of the form, and is confronted with integrals at such a point.
struct SpecialPoints {
  /// No more values than this are looked at.
  private static let mostPlaces = 4
  /// The digits of the confrontation.
  private static let digits = 15

  /// The values at which the limit exists and agrees with the integrals.
  private(set) var found: [Report.SpecialPoint] = []

  private let derived: DerivedModel
  private let information: [[Expr?]]
  private var store: ExpressionStore { derived.model.store }
  private var simplifier: Simplifier { derived.results.setting.simplifier }

  /// - Parameter base: a point at which the model has been confronted.
  init(_ derived: DerivedModel, _ information: [[Expr?]], base: [Rational], limits: WorkLimits) {
    self.derived = derived
    self.information = information
    for (parameter, value) in places().prefix(Self.mostPlaces) {
      guard let matrix = matrix(at: value, of: parameter),
        let point = point(base, with: value, for: parameter),
        let confronted = confronted(at: point, limits), agrees(matrix, with: confronted)
      else { continue }
      found.append(Report.SpecialPoint(condition: .relation(parameter, .equal, value), fisher: matrix))
    }
  }

  /// The integrals at a point; those of the density as it was given, where the formula of its normaliser has no value there.
  private func confronted(at point: [Rational], _ limits: WorkLimits) -> ConfrontedPoint? {
    func confronted(_ results: SymbolicResults) -> ConfrontedPoint? {
      let confrontation = try? Confrontation(
        derived.forms, results, symbols: derived.symbols, candidates: [point], needed: 1, digits: Self.digits,
        limits: limits)
      return confrontation?.points.first
    }
    return confronted(derived.results) ?? derived.withoutNormalizer.flatMap { confronted($0.results) }
  }

  /// The parameters with values, inside the domain, at which a denominator of the information vanishes or a function such as
  /// digamma has a pole.
  private func places() -> [(parameter: Expr, value: Expr)] {
    var places: [(parameter: Expr, value: Expr)] = []
    let parts = information.flatMap { $0 }.compactMap { $0 }.flatMap { store.subexpressions(of: $0) }
    for zero in parts.compactMap(vanishing) {
      for parameter in derived.model.parameters {
        guard let (slope, offset) = store.affineParts(of: zero, in: parameter) else { continue }
        let value = simplifier.textbookForm(store.negated(store.quotient(offset, slope)))
        guard isInside(value, of: parameter),
          !places.contains(where: { $0.parameter == parameter && $0.value == value })
        else { continue }
        places.append((parameter, value))
      }
    }
    return places
  }

  /// What has to vanish for a part of the information to have a pole.
  private func vanishing(_ part: Expr) -> Expr? {
    if store.op(part) == .power {
      let (base, exponent) = store.baseAndExponent(part)
      return store.numberValue(exponent).map { $0.signum < 0 } == true ? base : nil
    }
    return simplifier.formulas.shift(of: part).map { store.operand(part, at: $0.position) }
  }

  /// Whether a parameter may take a value: no condition of the model excludes it.
  private func isInside(_ value: Expr, of parameter: Expr) -> Bool {
    let assumptions = derived.model.assumptions
    return !assumptions.conditions.contains { condition in
      condition.freeSymbols(in: store).contains(parameter)
        && assumptions.holds(condition.substituting([(parameter, value)], in: store)) == .no
    }
  }

  /// The information there; nil where an entry has no limit, or none is found.
  private func matrix(at value: Expr, of parameter: Expr) -> [[Expr?]]? {
    var result: [[Expr?]] = []
    for row in information {
      var limits: [Expr?] = []
      for entry in row {
        guard let entry else {
          limits.append(nil)
          continue
        }
        guard let limit = simplifier.limit(of: entry, as: parameter, to: value) else { return nil }
        limits.append(simplifier.textbookForm(limit))
      }
      result.append(limits)
    }
    return result
  }

  private func point(_ base: [Rational], with value: Expr, for parameter: Expr) -> [Rational]? {
    guard let position = derived.symbols.firstIndex(of: parameter) else { return nil }
    let others = zip(derived.symbols, base).filter { $0.0 != parameter }.map { ($0, store.number($1)) }
    guard let number = store.numberValue(simplifier.normal(store.substitute(value, others))) else { return nil }
    var point = base
    point[position] = number
    return point
  }

  private func agrees(_ matrix: [[Expr?]], with point: ConfrontedPoint) -> Bool {
    let entries = matrix.indices.flatMap { i in matrix.indices.compactMap { j in matrix[i][j].map { (i, j, $0) } } }
    guard
      let evaluator = try? ClosedFormEvaluator(store, expressions: entries.map(\.2), parameters: derived.symbols)
    else { return false }
    let values = evaluator.evaluate(at: point.point, digits: point.digits)
    return zip(entries, values).allSatisfy { entry, value in
      let (i, j, _) = entry
      let scale = point.scale(i, j)
      let believed = point.believed(point.outer[i][j], scale: scale)
      let comparison = EntryComparison(
        value, point.covariance(i, j), scale: scale, believed: believed, digits: point.digits)
      if case .agrees = comparison { return true }
      return false
    }
  }
}
