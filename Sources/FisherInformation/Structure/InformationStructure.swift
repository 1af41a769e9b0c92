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
    let matrix = SymbolicMatrix(rows, rational: simplifier.rational)
    guard let rank = try? matrix.rank(), let minor = determinant(of: rank, in: rows), isSeenNonzero(minor) else {
      return result
    }
    result.rank = rank.rank
    if rank.rank < parameters.count {
      let basis = (try? matrix.nullSpace()) ?? []
      result.nullDirections = basis.map { $0.map { simplifier.textbookForm($0) } }
    } else if let inverse = try? matrix.inverse() {
      result.cramerRao = inverse.map { $0.map { simplifier.textbookForm($0) } }
    }
    result.singularAt = zeros(of: minor)
    return result
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
  private func zeros(of determinant: Expr) -> [Condition] {
    var found: [Condition] = []
    for factor in store.factors(simplifier.rational.factored(determinant)) {
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
