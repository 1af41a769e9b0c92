internal import Calculus
internal import Expressions

/// A density as `exp(weight) P`: the weight a kernel's integrand or free of the variable, P a product of sums.
final class KernelForm {
  /// An integral with what a reader is told of it.
  struct Moment {
    let value: Expr
    let id: String
    let sentence: String
    let source: String?
    let bindings: [Rewriting.Binding]
    let conditions: [Condition]
  }

  /// The density in the new variable, its weight without P.
  let density: TransformedDensity
  /// P, expanded.
  let tilt: Expr
  private let integral: KernelIntegral?
  private let integrals: TermIntegrals
  private let store: ExpressionStore
  /// The logarithm of the integral of the weight alone: the unit of all moments; 0 where the weight has no integral.
  let logUnit: Expr
  /// ∫ exp(weight) P in that unit.
  private(set) var total: Moment?
  /// For which functions the integral exists; nil for sums over a lattice.
  private lazy var integrability = Integrability(
    DensitySetting(
      simplifier: density.simplifier, logDensity: store.sum([density.weight, store.log(tilt)]),
      observed: [density.observed]))

  init(
    _ density: TransformedDensity, tilt: Expr, _ match: KernelMatch?, _ setting: DensitySetting,
    _ library: KernelLibrary
  ) {
    self.density = density
    self.tilt = tilt
    store = setting.store
    integral = match.map { KernelIntegral($0, setting.simplifier) }
    integrals = TermIntegrals(density, known: setting.assumptions, library)
    logUnit = integral?.logMass ?? density.weight
    if case .success(let moment) = moment(store.one, setting) { total = moment }
  }

  /// Whether P is not 1.
  var isTilted: Bool { tilt != store.one }

  /// The logarithm of the integral of the density.
  func logMass(_ simplifier: Simplifier) -> Expr? {
    guard let total else { return nil }
    if !isTilted { return simplifier.normal(logUnit) }
    let relative = simplifier.rational.factored(simplifier.normal(total.value))
    return simplifier.normal(simplifier.expandedLogarithms(store.sum([logUnit, store.log(relative)])))
  }

  /// Whether the integral of a term is not known to exist by itself: it may have a pole inside the range, or the kernel's
  /// conditions for it are not known to hold.
  func divergesAlone(_ function: Expr, _ setting: DensitySetting) -> Bool {
    if mayHavePole(function) { return true }
    guard !isTilted, let integral, let monomial = Monomial(function, integral.match, density.simplifier) else {
      return false
    }
    return !integral.conditions(monomial).allSatisfy { setting.simplifier.admits($0) }
  }

  /// Whether the integral of a term that no kernel gives is known to exist by itself; of sums over a lattice, nothing is asked.
  func existsAlone(_ function: Expr, _ setting: DensitySetting) -> Bool {
    guard let integrability else { return true }
    return integrability.conditions(for: function)?.allSatisfy { setting.holds($0) == .yes } ?? false
  }

  private func mayHavePole(_ function: Expr) -> Bool {
    store.factors(function).contains { factor in
      let (base, exponent) = store.baseAndExponent(factor)
      guard store.op(base) == .sum, store.contains(base, density.variable) else { return false }
      let isNegative = store.numberValue(exponent).map { $0.signum < 0 } ?? true
      return isNegative && density.simplifier.assumptions.isNonzero(base) != .yes
    }
  }
}

extension KernelForm {
  /// The terms of P g: monomials of the kernel, and integrals of others.
  private struct Terms {
    var monomials: [WholeIntegrand.Term] = []
    var others: [(coefficient: Expr, value: TermIntegrals.Value)] = []
  }

  /// The raw value of ∫ exp(weight) P g in the unit of the form, with the conditions of convergence.
  func moment(_ g: Expr, _ setting: DensitySetting) -> Result<Moment, Obstacle> {
    do throws(Obstacle) {
      let terms = try terms(g, setting)
      let (own, isContinued) = try conditions(terms.monomials, g, setting)
      let conditions = own + terms.others.flatMap(\.value.conditions)
      var parts = terms.others.map {
        store.product([$0.coefficient, $0.value.value, store.exp(store.negated(logUnit))])
      }
      if !terms.monomials.isEmpty {
        guard let value = integral?.value(of: terms.monomials, relativeTo: logUnit, isContinued: isContinued) else {
          throw obstacle(g, nil)
        }
        parts.append(value)
      }
      let kernels = terms.others.map(\.value.kernel)
      return .success(described(store.sum(parts), conditions, kernels, isNative: !terms.monomials.isEmpty))
    } catch {
      return .failure(error)
    }
  }

  /// No further term is taken apart where so many wait.
  private static let mostTerms = 256

  private func terms(_ g: Expr, _ setting: DensitySetting) throws(Obstacle) -> Terms {
    let whole = isTilted ? density.simplifier.normal(store.product([tilt, g])) : g
    let decomposition = TermDecomposition(density)
    var result = Terms()
    var open = Array(density.simplifier.collected(decomposition.split(whole), by: density.variable).reversed())
    while let (function, coefficient) = open.popLast() {
      if let integral, let monomial = Monomial(function, integral.match, density.simplifier) {
        result.monomials.append((coefficient, monomial))
      } else if let value = integrals.integral(of: function) {
        result.others.append((coefficient, value))
      } else if open.count < Self.mostTerms,
        let parts = decomposition.further(function)
      {
        for part in store.terms(parts).reversed() {
          let (free, rest) = store.split(part, over: density.variable)
          open.append((rest, store.product([coefficient, free])))
        }
      } else {
        throw obstacle(function, nil)
      }
    }
    return result
  }

  /// The conditions under which monomials converge.
  ///
  /// Every term must converge, or else the whole integrand must: then the terms are the analytic continuations of their
  /// integrals, whose sum is the integral by the identity theorem.
  private func conditions(
    _ terms: [WholeIntegrand.Term], _ g: Expr, _ setting: DensitySetting
  ) throws(Obstacle) -> (conditions: [Condition], isContinued: Bool) {
    guard let integral else { return ([], false) }
    let single = terms.flatMap { integral.conditions($0.monomial) }
    guard let failed = single.first(where: { !setting.simplifier.admits($0) }) else { return (single, false) }
    let whole = WholeIntegrand(match: integral.match, simplifier: setting.simplifier).conditions(for: terms)
    guard let whole, whole.allSatisfy({ setting.holds($0) == .yes }) else { throw obstacle(g, failed) }
    return (whole, true)
  }

  private func obstacle(_ term: Expr, _ condition: Condition?) -> Obstacle {
    Obstacle(term: term, kernel: integral?.match.kernel.kernel.title, condition: condition)
  }

  private func described(
    _ value: Expr, _ conditions: [Condition], _ others: [Kernel], isNative: Bool
  ) -> Moment {
    var stated: [Condition] = []
    for condition in conditions where !condition.freeSymbols(in: store).isEmpty && !stated.contains(condition) {
      stated.append(condition)
    }
    if let match = integral?.match, others.isEmpty {
      let kernel = match.kernel.kernel
      return Moment(
        value: value, id: kernel.id, sentence: sentence(kernel), source: kernel.source, bindings: bindings(match),
        conditions: stated)
    }
    var used: [Kernel] = isNative ? [integral?.match.kernel.kernel].compactMap { $0 } : []
    for kernel in others where !used.contains(where: { $0.id == kernel.id }) { used.append(kernel) }
    return Moment(
      value: value, id: used.first?.id ?? "kernel.none",
      sentence: "term by term, by " + used.map(\.title).joined(separator: " and "),
      source: used.map(\.source).joined(separator: "; "), bindings: [], conditions: stated)
  }

  /// The sentence of a use of the kernel, with a slot for each parameter and for the new variable.
  private func sentence(_ kernel: Kernel) -> String {
    let variable = density.change.stages.isEmpty ? "" : " in {new variable} = {definition}"
    return "by \(kernel.title)\(variable) with " + kernel.parameters.map { "\($0) = {\($0)}" }.joined(separator: ", ")
  }

  /// The values of the sentence's slots.
  private func bindings(_ match: KernelMatch) -> [Rewriting.Binding] {
    let values = zip(match.kernel.kernel.parameters, match.parameters).map { Rewriting.Binding($0, $1) }
    guard let (variable, definition) = density.change.definitions(in: store).last else { return values }
    return values + [.init("new variable", variable), .init("definition", definition)]
  }
}
