internal import Calculus
internal import Diagnostics
internal import Expressions
internal import Syntax

/// The old parameters of a model as functions of new ones, with what was derived in the old ones.
struct CoordinateChange {
  /// θ_i = g_i(φ), in the store of the new model.
  let map: [(old: Expr, value: Expr)]
  /// Information and score in the old coordinates at θ = g(φ).
  private let information: [[Expr]]
  private let score: [Expr]

  /// The four families of derivations of a change.
  struct Parts {
    let information: [[Derivation]]
    let gradient: [Derivation]
    let oldGradient: [Derivation]
    let transported: [Derivation]
  }

  /// Carries results over from the store of the old model as text, which parses back to the same expressions.
  init?(_ map: [(old: Expr, value: Expr)], old report: Report, in store: ExpressionStore) {
    let printer = PlainPrinter(report.store)
    func carried(_ e: Expr) -> Expr? {
      guard let parsed = try? store.parse(printer.print(e)) else { return nil }
      return store.substitute(parsed, map.map { ($0.old, $0.value) })
    }
    let score = report.score.compactMap(carried)
    let information = (report.fisher ?? []).map { $0.compactMap { $0.flatMap(carried) } }
    guard score.count == map.count, information.count == map.count,
      information.allSatisfy({ $0.count == map.count })
    else { return nil }
    self.map = map
    self.information = information
    self.score = score
  }

  /// The derivations, from results in both coordinates; nil where an information is singular or not closed.
  func parts(_ base: ConsequenceDerivations) -> Parts? {
    let store = base.store
    let differentiation = Differentiation(store, formulas: base.simplifier.formulas)
    var jacobian: [[Expr]] = []
    for (_, value) in map {
      guard let row = try? differentiation.gradient(of: value, by: base.parameters) else { return nil }
      jacobian.append(row.map { base.simplifier.textbookForm($0) })
    }
    let indices = base.parameters.indices
    let old = information.map { $0.map { base.simplifier.textbookForm($0) } }
    guard let inverse = base.inverse, let oldInverse = ConsequenceDerivations.inverse(old, base.simplifier) else {
      return nil
    }
    let law = indices.map { a in
      (0...a).map { b in
        base.simplified(
          store.sum(
            map.indices.flatMap { i in
              map.indices.map { j in store.product([jacobian[i][a], old[i][j], jacobian[j][b]]) }
            }))
      }
    }
    let gradient = indices.map { a in base.simplified(Self.product(inverse[a], base.score, store)) }
    let oldGradient = map.indices.map { i in base.simplified(Self.product(oldInverse[i], score, store)) }
    let transported = map.indices.map { i in
      base.simplified(Self.product(jacobian[i], gradient.map(\.result), store))
    }
    return Parts(information: law, gradient: gradient, oldGradient: oldGradient, transported: transported)
  }

  private static func product(_ row: [Expr], _ column: [Expr], _ store: ExpressionStore) -> Expr {
    store.sum(zip(row, column).map { store.product([$0, $1]) })
  }
}
