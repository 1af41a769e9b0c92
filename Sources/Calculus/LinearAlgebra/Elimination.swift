internal import Expressions
internal import Multiprecision

/// The reduced row echelon form of a matrix over a field of quotients, and what can be read off it.
struct Elimination {
  let field: NormalFormConverter
  private(set) var pivots: [(row: Int, column: Int)] = []
  private(set) var determinant = RationalFunction.one
  private var rows: [[RationalFunction]] = []
  private let columnCount: Int

  /// Eliminates below and above each pivot; an identity matrix may be carried along on the right.
  init(_ matrix: SymbolicMatrix, withIdentity: Bool = false) throws(SymbolicMatrix.Failure) {
    field = matrix.rational.converter
    columnCount = matrix.columnCount
    let entries = matrix.rows.flatMap { $0 }
    guard !entries.contains(where: field.containsInfinity) else { throw .infinite }
    let values = field.settledValues(entries)
    for i in 0..<matrix.rowCount {
      var row = Array(values[(i * columnCount)..<((i + 1) * columnCount)])
      if withIdentity { row += (0..<matrix.rowCount).map { $0 == i ? .one : .zero } }
      rows.append(row)
    }
    do {
      try eliminate()
    } catch {
      throw .tooLarge
    }
  }

  private mutating func eliminate() throws(RationalFieldError) {
    var origin = Array(rows.indices)
    for column in 0..<columnCount where pivots.count < rows.count {
      let top = pivots.count
      let candidates = (top..<rows.count).filter { !rows[$0][column].isZero }
      // The shortest pivot keeps the quotients short; the first of equals, for determinism.
      guard let pivot = candidates.min(by: { rows[$0][column].size < rows[$1][column].size }) else {
        determinant = .zero
        continue
      }
      if pivot != top { determinant = field.field.negated(determinant) }
      rows.swapAt(top, pivot)
      origin.swapAt(top, pivot)
      determinant = try field.field.product(determinant, rows[top][column])
      try clear(column, with: top)
      pivots.append((origin[top], column))
    }
    if pivots.count < rows.count { determinant = .zero }
  }

  private mutating func clear(_ column: Int, with top: Int) throws(RationalFieldError) {
    let inverse = try field.field.reciprocal(rows[top][column])
    for k in column..<rows[top].count where !rows[top][k].isZero {
      rows[top][k] = try field.field.product(rows[top][k], inverse)
    }
    for i in rows.indices where i != top && !rows[i][column].isZero {
      let factor = field.field.negated(rows[i][column])
      for k in column..<rows[i].count where !rows[top][k].isZero {
        rows[i][k] = try field.field.sum([rows[i][k], field.field.product(factor, rows[top][k])])
      }
    }
  }

  /// The inverse, where an identity matrix was carried along and every row has a pivot.
  func inverse() -> [[Expr]]? {
    guard pivots.count == rows.count else { return nil }
    return rows.map { $0[columnCount...].map(field.expression) }
  }

  /// One vector for each column without pivot.
  func nullSpace() throws(SymbolicMatrix.Failure) -> [[Expr]] {
    var basis: [[Expr]] = []
    for free in 0..<columnCount where !pivots.contains(where: { $0.column == free }) {
      var vector = [RationalFunction](repeating: .zero, count: columnCount)
      vector[free] = .one
      for (i, pivot) in pivots.enumerated() { vector[pivot.column] = field.field.negated(rows[i][free]) }
      do {
        basis.append(try cleared(vector).map(field.expression))
      } catch {
        throw .tooLarge
      }
    }
    return basis
  }

  /// A multiple of a vector without denominators and without common factors, its first entry of the preferred sign.
  private func cleared(_ vector: [RationalFunction]) throws(RationalFieldError) -> [RationalFunction] {
    var denominator = Polynomial.one
    for entry in vector {
      let below = RationalFunction(
        scale: Rational(entry.scale.denominator),
        monomial: entry.monomial.filter { $0.exponent < 0 }.map { ($0.variable, -$0.exponent) })
      let polynomial = try field.field.multiplied(field.field.expanded(entry.denominator), below.polynomialNumerator)
      let common = Polynomial.gcd(denominator, polynomial)
      denominator = try field.field.multiplied(denominator, polynomial.exactQuotient(by: common) ?? polynomial)
    }
    let whole = field.field.quotient(denominator)
    var divisor = Polynomial.zero
    var numerators: [Polynomial] = []
    for entry in vector {
      let numerator = try field.field.product(entry, whole).polynomialNumerator
      numerators.append(numerator)
      divisor = Polynomial.gcd(divisor, numerator)
    }
    var result = numerators.map { field.field.quotient($0.exactQuotient(by: divisor) ?? $0) }
    if let first = result.first(where: { !$0.isZero }), field.isTurned(first) {
      result = result.map(field.field.negated)
    }
    return result
  }
}

extension RationalFunction {
  /// A rough measure of how long the quotient is when it is written out.
  var size: Int { numerator.termCount + monomial.count + denominator.reduce(0) { $0 + $1.multiplicity } }

  /// The polynomial above the fraction line: numerator, whole part of the scale, variables with positive exponents.
  var polynomialNumerator: Polynomial {
    if isZero { return .zero }
    return Polynomial(monomial: monomial.filter { $0.exponent > 0 }) * numerator.scaled(by: scale.numerator)
  }
}
