internal import Calculus
internal import Expressions
internal import Multiprecision
internal import Numerics

/// What a matrix of information says about identifiability, orthogonality and bounds.
struct InformationStructure {
  private let entries: [[Expr?]]
  private let parameters: [Expr]
  private let simplifier: Simplifier
  private let points: Witnesses
  private var store: ExpressionStore { simplifier.store }

  /// Points of the domain at which a rank may be seen, given by the values of all symbols.
  struct Witnesses {
    let symbols: [Expr]
    let values: [[Rational]]
  }

  /// A rank is stated only where a minor of that size is seen not to vanish at one of the points.
  init(_ entries: [[Expr?]], parameters: [Expr], simplifier: Simplifier, points: Witnesses) {
    self.entries = entries
    self.parameters = parameters
    self.simplifier = simplifier
    self.points = points
  }

  /// The structure; what needs an entry without closed form stays unknown.
  var structure: Report.Structure {
    var result = Report.Structure()
    result.orthogonal = orthogonalPairs
    let rows = entries.map { $0.compactMap { $0 } }
    guard !rows.isEmpty, rows.allSatisfy({ $0.count == parameters.count }) else { return result }
    let calls = HiddenCalls(in: rows, simplifier)
    if !calls.isEmpty, complete(&result, rows.map { $0.map(calls.hidden) }, calls.shown) { return result }
    _ = complete(&result, rows) { $0 }
    return result
  }

  /// Adds what a matrix says, in which symbols may stand for calls; false where its rank is not seen at any point.
  private func complete(_ result: inout Report.Structure, _ rows: [[Expr]], _ shown: (Expr) -> Expr) -> Bool {
    let matrix = SymbolicMatrix(rows, rational: simplifier.rational)
    guard let rank = try? matrix.rank(), let minor = determinant(of: rank, in: rows), isSeenNonzero(shown(minor)) else {
      return false
    }
    result.rank = rank.rank
    func form(_ e: Expr) -> Expr { shown(simplifier.textbookForm(e)) }
    if rank.rank < parameters.count {
      let basis = (try? matrix.nullSpace()) ?? []
      result.nullDirections = basis.map { $0.map(form) }
    } else if let inverse = try? matrix.inverse() {
      result.cramerRao = inverse.map { $0.map(form) }
      // One over the information as it is shown, where that is the shorter way to say it.
      if rows.count == 1, let form = result.cramerRao?[0][0] {
        let plain = store.reciprocal(shown(rows[0][0]))
        if 2 * store.nodeCount(plain) < store.nodeCount(form) { result.cramerRao = [[plain]] }
      }
    }
    result.singularAt = zeros(of: minor, shown)
    // Where one minor of a matrix of lower rank vanishes, another one may not.
    if rank.rank < parameters.count {
      result.singularAt.removeAll { !drops(rank.rank, of: rows.map { $0.map(shown) }, where: $0) }
    }
    return true
  }

  /// The determinant of the minor that shows a rank; 1 for the rank 0.
  private func determinant(of rank: SymbolicMatrix.Rank, in rows: [[Expr]]) -> Expr? {
    let minor = rank.rows.map { i in rank.columns.map { rows[i][$0] } }
    return minor.isEmpty ? store.one : try? SymbolicMatrix(minor, rational: simplifier.rational).determinant()
  }

  /// Whether a number away from zero comes out at some point: generators may be tied by a relation that the normal form
  /// does not know, and then a determinant vanishes that looks as if it did not.
  private func isSeenNonzero(_ e: Expr) -> Bool {
    guard store.numberValue(e) == nil else { return e != store.zero }
    guard let evaluator = try? ClosedFormEvaluator(store, expressions: [e], parameters: points.symbols) else {
      return false
    }
    return points.values.contains { point in
      let estimate = evaluator.estimates(at: point, digits: 20)[0]
      return estimate.value.isFinite && !estimate.value.isZero && estimate.digits >= 20
    }
  }

  private var orthogonalPairs: [(Int, Int)] {
    parameters.indices.flatMap { i in (0..<i).filter { entries[i][$0] == store.zero }.map { ($0, i) } }
  }

  /// The points of the domain at which a determinant vanishes, as far as its factors are linear in a single parameter.
  private func zeros(of determinant: Expr, _ shown: (Expr) -> Expr) -> [Condition] {
    var found: [Condition] = []
    for factor in store.factors(simplifier.rational.factored(determinant)).map(shown) {
      let (base, exponent) = store.baseAndExponent(factor)
      guard let power = store.numberValue(exponent), power.signum > 0,
        simplifier.assumptions.isNonzero(base) != .yes
      else { continue }
      for parameter in parameters where store.contains(base, parameter) {
        if let value = root(of: base, parameter), isAdmitted(parameter, value) {
          let condition = Condition.relation(parameter, .equal, value)
          if !found.contains(condition) { found.append(condition) }
        }
      }
    }
    return found
  }

  /// Whether the rank of a matrix is lower where a parameter has a value.
  private func drops(_ rank: Int, of rows: [[Expr]], where condition: Condition) -> Bool {
    guard case .relation(let parameter, .equal, let value) = condition else { return false }
    let there = rows.map { $0.map { simplifier.normal(store.substitute($0, [(parameter, value)])) } }
    return (try? SymbolicMatrix(there, rational: simplifier.rational).rank()).map { $0.rank < rank } ?? false
  }

  /// The solution of `a*p + b = 0` for a factor that is linear in p with a slope that vanishes nowhere.
  private func root(of factor: Expr, _ parameter: Expr) -> Expr? {
    guard let slope = try? Differentiation(store, formulas: simplifier.formulas).derivative(of: factor, by: parameter),
      !store.contains(slope, parameter), simplifier.assumptions.isNonzero(slope) == .yes
    else { return nil }
    let offset = store.substitute(factor, [(parameter, store.zero)])
    return simplifier.textbookForm(store.negated(store.quotient(offset, slope)))
  }

  /// Whether the assumptions leave room for a parameter's value: none of them is contradicted by it.
  private func isAdmitted(_ parameter: Expr, _ value: Expr) -> Bool {
    let bare = Assumptions(store)
    return simplifier.assumptions.conditions.allSatisfy { condition in
      bare.holds(condition.substituting([(parameter, value)], in: store)) != .no
    }
  }
}
