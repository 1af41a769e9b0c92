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
