internal import Calculus
internal import Expressions
internal import Multiprecision
internal import Numerics
internal import Syntax

extension CrossCheck {
  /// Evaluates all routes at a point, given in the order of the model's symbols.
  ///
  /// - Throws: what the integration throws.
  init(_ derived: DerivedModel, at point: [Rational], digits: Int, limits: WorkLimits) throws {
    let numbers = try derived.integrated { results in
      try CrossCheckNumbers(derived, results, at: point, digits: digits, limits: limits)
    }
    let printer = PlainPrinter(derived.model.store)
    let indices = derived.model.parameters.indices
    self.point = zip(derived.symbols, point).map { (name: printer.print($0), value: $1) }
    parameters = derived.model.parameters.map { printer.print($0) }
    self.digits = digits
    normalizer = Self.value(numbers.normalizer, scale: Real.one, digits)
    expectedScore = indices.map { Self.value(numbers.expectedScore[$0], scale: numbers.scoreScale($0), digits) }
    var entries: [Entry] = []
    var outcome = Outcome.agreement
    for i in indices {
      for j in 0...i {
        let routes = numbers.routes(i, j)
        let entry = Self.entry(i, j, routes, scale: numbers.scale(i, j), digits)
        entries.append(entry)
        outcome = Self.worse(outcome, Self.judged(entry, routes))
      }
    }
    self.entries = entries
    // Against a density whose mass is not known, no integral is an expectation.
    self.outcome = normalizer.digits == 0 && normalizer.isFinite ? Self.worse(outcome, .undecided) : outcome
    divergenceOmission = numbers.omission
    isNormalized = Self.isOne(numbers.normalizer, digits)
  }

  private static func isOne(_ mass: Estimate, _ digits: Int) -> Bool {
    guard mass.isFinite else { return false }
    let agreed = Agreement.digits(mass.value, Real.one, scale: Real.one, cap: digits)
    let known = min(digits, mass.digits(relativeTo: Real.one))
    return agreed >= known - min(slack, known / 2)
  }

  private static func value(_ estimate: Estimate, scale: Real, _ digits: Int) -> Value {
    let isCertified = estimate.isCertified
    guard estimate.isFinite else {
      return Value(text: estimate.value.description(digits: digits), digits: 0, isCertified: false, isFinite: false)
    }
    let believed = min(digits, estimate.digits(relativeTo: scale))
    let value = estimate.value
    let drop = value.isZero ? Int.max : max(0, scale.exponent10 - value.exponent10)
    if value.isZero, estimate.absoluteErrorExponent10 == Int.min {
      return Value(text: "0", digits: digits, isCertified: isCertified, isFinite: true)
    }
    if believed <= 0 { return Value(text: "unknown", digits: 0, isCertified: false, isFinite: true) }
    if drop >= believed {
      // Of few digits, the value and its error may reach farther.
      let reach = max(value.isZero ? Int.min : value.exponent10, estimate.absoluteErrorExponent10)
      let bound = reach == Int.min ? scale.exponent10 - believed : max(scale.exponent10 - believed, reach + 1)
      return Value(text: "< 1e\(bound)", digits: believed, isCertified: isCertified, isFinite: true)
    }
    let known = estimate.digits(relativeTo: scale) - drop
    return Value(
      text: value.description(digits: max(1, min(digits, known))), digits: believed, isCertified: isCertified,
      isFinite: true)
  }

  private static func entry(_ i: Int, _ j: Int, _ routes: [Estimate?], scale: Real, _ digits: Int) -> Entry {
    let values = routes.map { $0.map { value($0, scale: scale, digits) } }
    let agreement = routes.indices.map { i in
      routes.indices.map { j -> Int? in
        guard i != j, let a = routes[i], let b = routes[j], let x = values[i], let y = values[j] else { return nil }
        guard a.isFinite, b.isFinite else { return a.value == b.value ? digits : 0 }
        guard x.digits > 0, y.digits > 0 else { return nil }
        return max(0, Agreement.digits(a.value, b.value, scale: scale, cap: min(digits, x.digits, y.digits)))
      }
    }
    return Entry(row: i, column: j, values: values, agreement: agreement)
  }

  /// Digits that are allowed for rounding in the last places.
  private static let slack = 4

  private static func judged(_ entry: Entry, _ routes: [Estimate?]) -> Outcome {
    func differ(_ a: Route, _ b: Route) -> Bool {
      guard let x = entry.values[a.rawValue], let y = entry.values[b.rawValue],
        let agreed = entry.agreement[a.rawValue][b.rawValue]
      else { return false }
      return agreed < min(x.digits, y.digits) - slack
    }
    let integrals: [Route] = [.scoreProducts, .curvature, .divergence, .covariance].filter {
      entry.values[$0.rawValue].map { $0.digits > 0 || !$0.isFinite } ?? false
    }
    let isClosed = routes[Route.closedForm.rawValue] != nil
    if isClosed, !integrals.isEmpty, integrals.allSatisfy({ differ($0, .closedForm) }) {
      // Where only E[s sᵀ] is known, a closed form may be that of E[-H], which is something else.
      return integrals == [.scoreProducts] ? .identityFails : .contradiction
    }
    let diverges = routes.contains { $0.map { !$0.isFinite } ?? false }
    let twoForms = [(Route.scoreProducts, Route.curvature), (.curvature, .divergence), (.scoreProducts, .divergence)]
    if diverges || twoForms.contains(where: { differ($0, $1) }) { return .identityFails }
    return entry.values.count { ($0?.digits ?? 0) > 0 } < 2 ? .undecided : .agreement
  }

  private static func worse(_ a: Outcome, _ b: Outcome) -> Outcome {
    switch (a, b) {
    case (.contradiction, _), (_, .contradiction): .contradiction
    case (.identityFails, _), (_, .identityFails): .identityFails
    case (.undecided, _), (_, .undecided): .undecided
    case (.agreement, .agreement): .agreement
    }
  }
}

/// The numbers of all routes at one point.
private struct CrossCheckNumbers {
  let normalizer: Estimate
  let expectedScore: [Estimate]
  private let outer: [[Estimate]]
  private let curvature: [[Estimate]]
  private let divergence: [[Estimate?]]
  /// Why the divergence has no Hessian.
  let omission: CrossCheck.Omission?
  private let closed: [[Estimate?]]
  private let digits: Int

  init(
    _ derived: DerivedModel, _ results: SymbolicResults, at point: [Rational], digits: Int, limits: WorkLimits
  ) throws {
    let store = derived.model.store
    let working = digits + Confrontation.guardDigits
    self.digits = working
    let integrals = try ModelIntegrals(results, besides: [], symbols: derived.symbols)
    let estimates = try integrals.evaluate(at: point, digits: working, limits: limits, provingErrors: true)
    let layout = integrals.layout
    // Every integrand of the layout was integrated, so the look-ups cannot fail.
    normalizer = estimates[layout.one]!
    expectedScore = layout.mean.map { estimates[$0]! }
    let outer = layout.outer.map { $0.map { estimates[$0]! } }
    self.outer = outer
    curvature = layout.negativeHessian.map { $0.map { estimates[$0]! } }
    do {
      let information = outer.indices.map { outer[$0][$0] }
      divergence = try Self.divergence(derived, results, point, information: information, digits, limits)
      omission = nil
    } catch {
      divergence = outer.indices.map { Array(repeating: nil, count: $0 + 1) }
      omission = error is LimitReached ? .limitReached : .undefined
    }
    let forms = derived.forms.information
    let distinct = Self.distinct(forms.joined().compactMap { $0 })
    let values = try ClosedFormEvaluator(store, expressions: distinct, parameters: derived.symbols)
      .estimates(at: point, digits: working)
    var table = Dictionary(uniqueKeysWithValues: zip(distinct, values))
    let removable = RemovablePoints(results.setting.simplifier, symbols: derived.symbols)
    for (form, value) in zip(distinct, values) where !value.value.isFinite {
      table[form] = removable.limit(of: form, at: point, digits: working) ?? value
    }
    closed = forms.map { $0.map { $0.flatMap { table[$0] } } }
  }

  /// The Hessian of the divergence.
  ///
  /// - Throws: what the integration throws, as where the density is not defined at displaced parameters.
  private static func divergence(
    _ derived: DerivedModel, _ results: SymbolicResults, _ point: [Rational], information: [Estimate], _ digits: Int,
    _ limits: WorkLimits
  ) throws -> [[Estimate?]] {
    let parameters = derived.model.parameters
    let values = Dictionary(uniqueKeysWithValues: zip(derived.symbols, point))
    let units = zip(parameters, information).map { parameter, information in
      DifferenceStep.unit(values[parameter] ?? Rational(1), information: information)
    }
    let hessian = DivergenceHessian(results, parameters: parameters, units: units, digits: digits)
    let all = distinct((hessian.fine + hessian.coarse).joined() + [derived.model.store.zero])
    let estimates = try ModelIntegrals(results, besides: all, symbols: derived.symbols)
      .evaluate(at: point, digits: digits + Confrontation.guardDigits, limits: limits)
    // Every part was integrated, and an empty sum is the integral of 0.
    func sum(_ parts: [Expr]) -> Estimate {
      parts.dropFirst().reduce(estimates[parts.first ?? derived.model.store.zero]!) { $0 + estimates[$1]! }
    }
    var next = 0
    return parameters.indices.map { i in
      (0...i).map { _ in
        defer { next += 1 }
        return sum(hessian.fine[next]).allowing(for: sum(hessian.coarse[next]))
      }
    }
  }

  private static func distinct(_ list: [Expr]) -> [Expr] {
    var seen: Set<Expr> = []
    return list.filter { seen.insert($0).inserted }
  }

  /// The values of an entry in the order of the routes.
  func routes(_ i: Int, _ j: Int) -> [Estimate?] {
    [outer[i][j], curvature[i][j], divergence[i][j], covariance(i, j), closed[i][j]]
  }

  /// The covariance of two scores, where some score has a mean.
  private func covariance(_ i: Int, _ j: Int) -> Estimate? {
    let means = expectedScore
    guard means.contains(where: { !$0.isIndistinguishableFromZero }), outer[i][j].isFinite,
      means[i].isFinite, means[j].isFinite
    else { return nil }
    return outer[i][j] + -means[i].times(means[j], digits: digits)
  }

  /// The natural unit of an entry, by the first way that has a digit of it.
  func scale(_ i: Int, _ j: Int) -> Real {
    func known(_ i: Int, _ j: Int) -> Real {
      let ways = [outer[i][j], curvature[i][j], closed[i][j]].compactMap { $0 }
      return (ways.first { $0.isFinite && $0.digits > 0 } ?? outer[i][j]).value
    }
    let unit = Agreement.scale(known(i, j), known(i, i), known(j, j))
    return unit.isZero || !unit.isFinite ? Real.one : unit
  }

  /// The unit of a score: its standard deviation.
  func scoreScale(_ i: Int) -> Real {
    let root = outer[i][i].value.magnitude.squareRoot
    return root.isZero || !root.isFinite ? Real.one : root
  }
}
