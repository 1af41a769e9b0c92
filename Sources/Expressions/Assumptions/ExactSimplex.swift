internal import Multiprecision

/// A linear programme in exact arithmetic: maximise `c·y` subject to `A y = b`, `y >= 0`.
///
/// Two-phase simplex with Bland's rule, which cannot cycle; meant for the few dozen unknowns of a sign proof.
/// Source: V. Chvátal, Linear Programming, 1983, chapters 2, 3 and 8.
struct ExactSimplex {
  /// What is known of the maximum.
  enum Outcome: Equatable {
    case infeasible
    /// The maximum, or a lower bound of it where the search was told that a positive value is enough.
    case maximum(Rational)
    case unbounded
  }

  /// The rows of the tableau, the right side last; a row whose basic variable is `unknowns` or more is still artificial.
  private var rows: [[Rational]] = []
  private var basis: [Int] = []
  private let unknowns: Int
  private let objective: [Rational]

  /// Sets the programme up; each equation lists the coefficients of all unknowns and then its right side.
  init(equations: [[Rational]], objective: [Rational]) {
    unknowns = objective.count
    self.objective = objective
    for (index, equation) in equations.enumerated() {
      rows.append(equation[unknowns].signum < 0 ? equation.map { -$0 } : equation)
      basis.append(unknowns + index)
    }
  }

  /// Solves the programme; stops early as soon as the objective is known to be positive.
  mutating func solve() -> Outcome {
    guard !rows.contains(where: isUnattainable), reachFeasibility() else { return .infeasible }
    while true {
      let reached = value
      if reached.signum > 0 { return .maximum(reached) }
      guard let entering = (0..<unknowns).first(where: { reducedCost($0).signum > 0 }) else {
        return .maximum(reached)
      }
      guard let leaving = leavingRow(for: entering) else { return .unbounded }
      pivot(leaving, entering)
    }
  }

  /// Whether no non-negative unknowns give a row its right side, which is positive: most programmes without a solution have
  /// such a row from the start, and need no pivot.
  private func isUnattainable(_ row: [Rational]) -> Bool {
    row[unknowns].signum > 0 && !row.dropLast().contains { $0.signum > 0 }
  }

  private var value: Rational {
    var sum = Rational(0)
    for (row, variable) in basis.enumerated() where !objective[variable].isZero {
      sum = sum + objective[variable] * rows[row][unknowns]
    }
    return sum
  }

  private func reducedCost(_ column: Int) -> Rational {
    var cost = objective[column]
    for (row, variable) in basis.enumerated() where !objective[variable].isZero && !rows[row][column].isZero {
      cost = cost - objective[variable] * rows[row][column]
    }
    return cost
  }

  /// Phase one: drives the artificial variables to zero and out of the basis.
  private mutating func reachFeasibility() -> Bool {
    while let entering = (0..<unknowns).first(where: { artificialSum($0).signum > 0 }) {
      guard let leaving = leavingRow(for: entering) else { return false }
      pivot(leaving, entering)
    }
    guard artificialSum(unknowns).isZero else { return false }
    for row in rows.indices.reversed() where basis[row] >= unknowns {
      if let column = (0..<unknowns).first(where: { !rows[row][$0].isZero }) {
        pivot(row, column)
      } else {
        rows.remove(at: row)
        basis.remove(at: row)
      }
    }
    return true
  }

  private func artificialSum(_ column: Int) -> Rational {
    var sum = Rational(0)
    for (row, variable) in basis.enumerated() where variable >= unknowns { sum = sum + rows[row][column] }
    return sum
  }

  private func leavingRow(for column: Int) -> Int? {
    var best: (row: Int, ratio: Rational)?
    for row in rows.indices where rows[row][column].signum > 0 {
      let ratio = rows[row][unknowns] / rows[row][column]
      if let known = best, known.ratio < ratio || (known.ratio == ratio && basis[known.row] < basis[row]) { continue }
      best = (row, ratio)
    }
    return best?.row
  }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let scale = rows[row][column].inverse
    if !scale.isOne { rows[row] = rows[row].map { $0.isZero ? $0 : $0 * scale } }
    let pivotRow = rows[row]
    for other in rows.indices where other != row && !rows[other][column].isZero {
      let factor = rows[other][column]
      for k in pivotRow.indices where !pivotRow[k].isZero {
        rows[other][k] = rows[other][k] - factor * pivotRow[k]
      }
    }
    basis[row] = column
  }
}
