internal import Multiprecision

/// A search for a proof that a linear form is non-negative: the form as a non-negative combination of known inequalities.
///
/// Monomials count as independent unknowns, so a combination that is found proves the sign, and none found proves nothing.
/// Source: Farkas' lemma; A. Schrijver, Theory of Linear and Integer Programming, 1986, section 7.3.
struct FarkasSearch {
  /// What the search found.
  enum Finding {
    case none, nonnegative, positive
  }

  let inequalities: [Inequality]

  /// Proves `target >= 0` or `target > 0` from the inequalities.
  func proof(of target: LinearForm) -> Finding {
    let unknowns = inequalities.count + 1
    let monomials = monomialPositions(target)
    var equations = Array(
      repeating: Array(repeating: Rational(0), count: unknowns + 1), count: monomials.count + 1)
    for (column, inequality) in inequalities.enumerated() {
      equations[0][column] = inequality.form.constant
      for (monomial, coefficient) in inequality.form.support {
        if let row = monomials[monomial] { equations[row][column] = coefficient }
      }
    }
    // The last unknown is the positive constant that may be left over.
    equations[0][unknowns - 1] = Rational(1)
    equations[0][unknowns] = target.constant
    for (monomial, coefficient) in target.support {
      if let row = monomials[monomial] { equations[row][unknowns] = coefficient }
    }
    let objective = inequalities.map { Rational($0.isStrict ? 1 : 0) } + [Rational(1)]
    var programme = ExactSimplex(equations: equations, objective: objective)
    switch programme.solve() {
    case .infeasible: return .none
    case .maximum(let value): return value.signum > 0 ? .positive : .nonnegative
    case .unbounded: return .positive
    }
  }

  /// The rows of the equations: row 0 is that of the constants.
  private func monomialPositions(_ target: LinearForm) -> [Expr: Int] {
    var positions: [Expr: Int] = [:]
    for form in [target] + inequalities.map(\.form) {
      for (monomial, _) in form.support where positions[monomial] == nil { positions[monomial] = positions.count + 1 }
    }
    return positions
  }
}
