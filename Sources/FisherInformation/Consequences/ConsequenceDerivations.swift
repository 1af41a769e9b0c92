internal import Calculus
internal import Expectation
internal import Expressions

/// Derivations that start from score and information.
struct ConsequenceDerivations {
  let store: ExpressionStore
  let parameters: [Expr]
  let observed: [Expr]
  let score: [Expr]
  let hessian: [[Expr]]
  /// The information, closed in every entry.
  let information: [[Expr]]
  let simplifier: Simplifier
  let logDensity: Expr

  /// Prepares the derivations; nil where an entry of the information has no closed form.
  init?(_ report: Report, _ setting: DensitySetting) {
    guard let fisher = report.fisher, report.firstBartlett != .fails, report.secondBartlett != .fails else {
      return nil
    }
    let rows = fisher.map { $0.compactMap { $0 } }
    guard !rows.isEmpty, rows.allSatisfy({ $0.count == rows.count }) else { return nil }
    store = report.store
    parameters = report.setting.parameters
    observed = report.setting.observed
    score = report.score
    hessian = report.hessian
    information = rows
    simplifier = setting.simplifier
    logDensity = setting.logDensity
  }

  /// The inverse of the information, or nil where it has none.
  var inverse: [[Expr]]? { Self.inverse(information, simplifier) }

  static func inverse(_ rows: [[Expr]], _ simplifier: Simplifier) -> [[Expr]]? {
    let calls = HiddenCalls(in: rows, simplifier)
    let inverse = try? SymbolicMatrix(rows.map { $0.map(calls.hidden) }, rational: simplifier.rational).inverse()
    return (inverse ?? nil)?.map { $0.map { calls.shown(simplifier.textbookForm($0)) } }
  }

  /// A chain from an expression to its textbook form.
  func simplified(_ subject: Expr) -> Derivation {
    var chain = Derivation(.consequence, from: subject)
    chain.apply(simplifier.textbookRule, in: store)
    return chain
  }

  /// A chain from the derivative of an expression to its textbook form.
  func differentiated(_ e: Expr, by symbol: Expr) -> Derivation {
    var chain = Derivation(.consequence, from: store.diff(e, symbol))
    chain.apply(Differentiation(store, formulas: simplifier.formulas).rule, in: store)
    chain.apply(simplifier.textbookRule, in: store)
    return chain
  }

  /// θ_i + (I⁻¹ s)_i.
  var estimators: [Derivation] {
    guard let inverse else { return [] }
    return parameters.indices.map { i in
      let steps = score.indices.filter { inverse[i][$0] != store.zero }.map {
        store.product([inverse[i][$0], score[$0]])
      }
      return simplified(store.sum([parameters[i]] + steps))
    }
  }

  /// I_ii − I_ir I_rr⁻¹ I_ri, for every parameter that is not orthogonal to the others.
  var efficient: [(parameter: Int, derivation: Derivation)] {
    parameters.indices.compactMap { i in
      let rest = parameters.indices.filter { $0 != i }
      guard rest.contains(where: { information[i][$0] != store.zero }),
        let inverse = Self.inverse(rest.map { j in rest.map { information[j][$0] } }, simplifier)
      else { return nil }
      let terms = rest.indices.flatMap { a in
        rest.indices.map { b in
          store.negated(store.product([information[i][rest[a]], inverse[a][b], information[rest[b]][i]]))
        }
      }
      return (i, simplified(store.sum([information[i][i]] + terms)))
    }
  }
}
