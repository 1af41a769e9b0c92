internal import Multiprecision

extension Polynomial {
  /// The sum or difference of two rows over the same variables; terms that cancel are dropped.
  static func merged(_ a: Row, _ b: Row, width: Int, negated: Bool) -> Row {
    if a.coefficients.isEmpty && !negated { return b }
    if b.coefficients.isEmpty { return a }
    var result = Row(monomials: [], coefficients: [])
    result.monomials.reserveCapacity(a.monomials.count + b.monomials.count)
    result.coefficients.reserveCapacity(a.coefficients.count + b.coefficients.count)
    var i = 0
    var j = 0
    while i < a.coefficients.count && j < b.coefficients.count {
      let order = compare(a.monomials, i * width, b.monomials, j * width, width)
      if order > 0 {
        append(a, i, width, to: &result, negated: false)
        i += 1
      } else if order < 0 {
        append(b, j, width, to: &result, negated: negated)
        j += 1
      } else {
        let c = negated ? a.coefficients[i] - b.coefficients[j] : a.coefficients[i] + b.coefficients[j]
        if !c.isZero {
          for k in 0..<width { result.monomials.append(a.monomials[i * width + k]) }
          result.coefficients.append(c)
        }
        i += 1
        j += 1
      }
    }
    while i < a.coefficients.count {
      append(a, i, width, to: &result, negated: false)
      i += 1
    }
    while j < b.coefficients.count {
      append(b, j, width, to: &result, negated: negated)
      j += 1
    }
    return result
  }

  private static func append(_ row: Row, _ term: Int, _ width: Int, to result: inout Row, negated: Bool) {
    for k in 0..<width { result.monomials.append(row.monomials[term * width + k]) }
    result.coefficients.append(negated ? -row.coefficients[term] : row.coefficients[term])
  }

  /// The lexicographic order of two monomials: negative, zero or positive.
  static func compare(_ a: [UInt64], _ i: Int, _ b: [UInt64], _ j: Int, _ width: Int) -> Int {
    for k in 0..<width where a[i + k] != b[j + k] { return a[i + k] < b[j + k] ? -1 : 1 }
    return 0
  }
}
