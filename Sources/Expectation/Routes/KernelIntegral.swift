internal import Calculus
internal import Expressions

/// The integrals of monomials against the integrand of a matched kernel.
///
/// For the monomial `exp(c·T(u)) ΠT_j(u)^(m_j)` the integral is `exp(C + L(p + c)) Q_m(p + c)`, where C is the match's
/// constant, L the kernel's log-integral and Q_m its Bell polynomial in the derivatives of L.
final class KernelIntegral {
  let match: KernelMatch
  private let simplifier: Simplifier
  private let store: ExpressionStore
  private let differentiation: Differentiation
  private var moments: KernelMoments

  init(_ match: KernelMatch, _ simplifier: Simplifier) {
    self.match = match
    self.simplifier = simplifier
    store = simplifier.store
    differentiation = Differentiation(simplifier.store, formulas: simplifier.formulas)
    moments = KernelMoments(match.kernel, differentiation, simplifier.store)
  }

  /// C + L(p), the logarithm of the integral of the weight itself.
  var logMass: Expr { store.sum([match.constant, match.logIntegral(at: match.parameters, store)]) }

  /// The kernel's parameters after a monomial's shifts.
  private func shifted(_ monomial: Monomial) -> [Expr] {
    zip(match.parameters, monomial.shifts).map { simplifier.normal(store.sum([$0, $1])) }
  }

  /// The kernel's conditions for one monomial.
  func conditions(_ monomial: Monomial) -> [Condition] { match.conditions(at: shifted(monomial), store) }

  /// The integral divided by exp of a logarithm, that of the weight's own integral where it is nil; or nil where a
  /// derivative has no name.
  ///
  /// Where it is continued, the exponential is written by the functions whose logarithms L holds: those have values also
  /// where they are negative.
  func value(of monomial: Monomial, relativeTo logUnit: Expr?, isContinued: Bool = false) -> Expr? {
    let shifted = shifted(monomial)
    guard let quotient = moments.quotient(monomial.orders),
      let own = match.substituted(quotient, shifted, differentiation, store)
    else { return nil }
    let growth = simplifier.normal(
      store.sum([match.constant, match.logIntegral(at: shifted, store), store.negated(logUnit ?? store.zero)]))
    let factor = store.exp(growth)
    return store.product([
      store.number(monomial.scale), monomial.coefficient, isContinued ? simplifier.normal(factor) : factor, own,
    ])
  }
}

extension KernelIntegral {
  /// The integral of a sum of monomials, divided as above; its terms may be continued only all together.
  ///
  /// Where a term has a pole, all parameters are moved by a small step into the region of convergence, and the sum is taken
  /// to its limit: the whole integrand converges, so the poles cancel.
  func value(of terms: [WholeIntegrand.Term], relativeTo logUnit: Expr?, isContinued: Bool) -> Expr? {
    func sum(_ terms: [WholeIntegrand.Term]) -> Expr? {
      var parts: [Expr] = []
      for (coefficient, monomial) in terms {
        guard let value = value(of: monomial, relativeTo: logUnit, isContinued: isContinued) else { return nil }
        parts.append(store.product([coefficient, value]))
      }
      return store.sum(parts)
    }
    guard isContinued, terms.contains(where: { isSingular($0.monomial) }) else { return sum(terms) }
    let step = store.symbol("regulator.step")
    guard let direction = direction(for: terms) else { return nil }
    let moved = terms.map { coefficient, monomial -> WholeIntegrand.Term in
      var monomial = monomial
      monomial.shifts = zip(monomial.shifts, direction).map {
        store.sum([$0, store.product([store.integer($1), step])])
      }
      return (coefficient, monomial)
    }
    return sum(moved).flatMap { simplifier.limit(of: $0, as: step, to: store.zero) }
  }

  /// Whether the log-integral has no value at a monomial's parameters: where a condition fails by equality, as a ≠ 0 does for
  /// `(1 - exp(-a*c))/a`, or at a pole.
  private func isSingular(_ monomial: Monomial) -> Bool {
    let isOnEdge = conditions(monomial).contains { condition in
      guard case .relation(let a, let relation, let b) = condition, [.greater, .less, .notEqual].contains(relation)
      else { return false }
      return simplifier.normal(store.difference(a, b)) == store.zero
    }
    return isOnEdge || hasPole(monomial)
  }

  /// Whether the log-integral has a function with a functional equation, such as lgamma, at an integer that is not positive.
  private func hasPole(_ monomial: Monomial) -> Bool {
    store.subexpressions(of: match.logIntegral(at: shifted(monomial), store)).contains { e in
      guard let shift = simplifier.formulas.shift(of: e) else { return false }
      return store.integerValue(simplifier.normal(store.operand(e, at: shift.position))).map { $0 <= 0 } ?? false
    }
  }

  /// Steps of the parameters with which every expression that has to be positive grows, and every one that must not be 0
  /// changes.
  private func direction(for terms: [WholeIntegrand.Term]) -> [Int]? {
    let parameters = match.kernel.parameters
    let candidates = [Array(repeating: 1, count: parameters.count), Array(1...parameters.count)]
    let step = store.symbol("regulator.step")
    return candidates.first { direction in
      let moved = zip(parameters, direction).map { store.sum([$0, store.product([store.integer($1), step])]) }
      return zip(match.conditions(at: moved, store), match.conditions(at: parameters, store)).allSatisfy {
        after, before in
        guard case .relation(let a, let relation, let b) = after, case .relation(let c, _, let d) = before else {
          return false
        }
        let growth = simplifier.normal(
          store.difference(store.difference(a, b), store.difference(c, d)))
        guard let slope = store.numberValue(simplifier.normal(store.quotient(growth, step))) else { return false }
        return relation == .greater ? slope.signum > 0 : relation == .notEqual && !slope.isZero
      }
    }
  }
}
