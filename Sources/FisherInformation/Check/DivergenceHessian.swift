internal import Expectation
internal import Expressions
internal import Multiprecision

/// The Hessian of KL(θ ‖ θ + δ) in δ at 0, from values of the log-density at displaced parameters alone.
///
/// By linearity the second difference of the divergence is the expectation of minus the second difference of the
/// log-density, which keeps its digits: with a step h of half the digits it costs all of them, and the working precision
/// of the integrals is raised until they are there again (to about twice the digits wanted). The error of the step, of the
/// order of h², shows in the difference from the same with the step 2h.
struct DivergenceHessian {
  /// The integrands whose integrals add up to each entry, for both steps, of the lower triangle, row by row.
  let fine: [[Expr]]
  let coarse: [[Expr]]

  private static let guardDigits = 3

  /// - Parameter units: of the step in each parameter.
  init(_ results: SymbolicResults, parameters: [Expr], units: [Rational], digits: Int) {
    let setting = results.setting
    let layout = IntegrandLayout(results, setting.store)
    let step = Rational(Integer(1), Integer(10).power(digits / 2 + Self.guardDigits))
    let steps = units.map { $0 * step }
    let differences = SecondDifferences(
      store: setting.store, logDensity: setting.logDensity, parameters: parameters,
      observed: setting.observed.map(\.variable))
    let pairs = parameters.indices.flatMap { i in (0...i).map { (i, $0) } }
    // The divergence of a density without closed normaliser has the logarithm of its mass as a further term.
    func integrands(_ pair: (Int, Int), _ width: Int, _ step: IntegrandLayout.Step) -> [Expr] {
      let parts = differences.integrands(pair.0, pair.1, steps: steps.map { $0 * Rational(width) })
      return setting.isNormalized ? parts : parts + [layout.massCurvature(pair.0, pair.1, step)]
    }
    fine = pairs.map { integrands($0, 1, .fine) }
    coarse = pairs.map { integrands($0, 2, .coarse) }
  }
}

/// Minus the second differences of a log-density in its parameters.
private struct SecondDifferences {
  let store: ExpressionStore
  let logDensity: Expr
  let parameters: [Expr]
  let observed: [Expr]

  func integrands(_ i: Int, _ j: Int, steps: [Rational]) -> [Expr] {
    let square = store.number(Rational(1) / (steps[i] * steps[j]))
    if i == j {
      let sum = store.sum([
        store.product([store.two, logDensity]), store.negated(displaced([(i, steps[i])])),
        store.negated(displaced([(i, -steps[i])])),
      ])
      return parts(sum, times: square)
    }
    let corners = [(1, 1), (-1, -1), (1, -1), (-1, 1)].map { a, b in
      let value = displaced([(i, steps[i] * Rational(a)), (j, steps[j] * Rational(b))])
      return a == b ? store.negated(value) : value
    }
    return parts(store.sum(corners), times: store.product([square, store.number(Rational(1, 4))]))
  }

  /// A difference taken apart: a function of the observed variables alone has one coefficient, the difference of all its
  /// coefficients. There the cancellation costs a few numbers their digits, not the integrand at every node.
  private func parts(_ difference: Expr, times factor: Expr) -> [Expr] {
    var functions: [Expr] = []
    var coefficients: [Expr: [Expr]] = [:]
    var rest: [Expr] = []
    for term in store.terms(store.multipliedOut(difference)) {
      let factors = store.factors(term)
      let function = store.product(factors.filter { store.containsAny($0, observed) })
      guard store.freeSymbols(function).allSatisfy(observed.contains) else {
        rest.append(term)
        continue
      }
      if coefficients[function] == nil { functions.append(function) }
      coefficients[function, default: []].append(store.product(factors.filter { !store.containsAny($0, observed) }))
    }
    let separate = functions.map { store.product([factor, store.sum(coefficients[$0] ?? []), $0]) }
    return (separate + [store.product([factor, store.sum(rest)])]).filter { $0 != store.zero }
  }

  private func displaced(_ moves: [(parameter: Int, by: Rational)]) -> Expr {
    store.substitute(
      logDensity,
      moves.map { move in
        let parameter = parameters[move.parameter]
        return (parameter, store.sum([parameter, store.number(move.by)]))
      })
  }
}
