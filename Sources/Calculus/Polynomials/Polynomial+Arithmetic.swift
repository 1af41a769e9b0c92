public import Multiprecision

extension Polynomial {
  /// The sum of two polynomials.
  public static func + (a: Polynomial, b: Polynomial) -> Polynomial { a.added(b, negated: false) }

  /// The difference of two polynomials.
  public static func - (a: Polynomial, b: Polynomial) -> Polynomial { a.added(b, negated: true) }

  /// The polynomial with the opposite sign.
  public static prefix func - (a: Polynomial) -> Polynomial {
    Polynomial(variables: a.variables, monomials: a.monomials, coefficients: a.coefficients.map { -$0 })
  }

  /// The product of two polynomials.
  public static func * (a: Polynomial, b: Polynomial) -> Polynomial {
    if a.isZero || b.isZero { return .zero }
    if let c = b.constantValue { return a.scaled(by: c) }
    if let c = a.constantValue { return b.scaled(by: c) }
    if a.termCount < b.termCount { return b * a }
    let variables = union(a.variables, b.variables)
    let width = MonomialLayout.width(variables.count)
    let am = a.monomials(for: variables)
    let bm = b.monomials(for: variables)
    var rows: [Row] = []
    rows.reserveCapacity(b.termCount)
    for j in 0..<b.termCount {
      rows.append(shifted(am, a.coefficients, by: bm[(j * width)..<((j + 1) * width)], times: b.coefficients[j]))
    }
    let total = merged(rows, width: width)
    return Polynomial(variables: variables, monomials: total.monomials, coefficients: total.coefficients)
  }

  /// The sum of any number of polynomials.
  public static func sum(_ parts: [Polynomial]) -> Polynomial {
    if parts.count <= 2 { return parts.count == 2 ? parts[0] + parts[1] : parts.first ?? .zero }
    let variables = parts.reduce(into: [Int32]()) { $0 = union($0, $1.variables) }
    let rows = parts.map { Row(monomials: $0.monomials(for: variables), coefficients: $0.coefficients) }
    let total = merged(rows, width: MonomialLayout.width(variables.count))
    return pruned(variables, total.monomials, total.coefficients)
  }

  /// The polynomial times an integer.
  public func scaled(by factor: Integer) -> Polynomial {
    if factor.isOne { return self }
    if factor.isZero { return .zero }
    return Polynomial(variables: variables, monomials: monomials, coefficients: coefficients.map { $0 * factor })
  }

  /// The polynomial divided by an integer that divides all coefficients.
  func divided(by divisor: Integer) -> Polynomial {
    if divisor.isOne { return self }
    return Polynomial(
      variables: variables, monomials: monomials, coefficients: coefficients.map { $0.exactlyDivided(by: divisor) })
  }

  /// The polynomial to a power ≥ 0.
  public func power(_ n: Int) -> Polynomial {
    precondition(n >= 0, "a negative power of a polynomial is not a polynomial")
    if n == 0 { return .one }
    if n == 1 { return self }
    if isMonomial {
      return Polynomial(
        variables: variables, monomials: monomials.map { $0 &* UInt64(n) }, coefficients: [coefficients[0].power(n)])
    }
    // Multiplying up beats squaring for sparse polynomials (Fateman 1974).
    var result = self
    for _ in 1..<n { result = result * self }
    return result
  }

  /// Ordered terms over a list of variables that the context knows.
  struct Row {
    var monomials: [UInt64]
    var coefficients: [Integer]
  }

  private func added(_ b: Polynomial, negated: Bool) -> Polynomial {
    if b.isZero { return self }
    if isZero { return negated ? -b : b }
    let all = Self.union(variables, b.variables)
    let total = Self.merged(
      Row(monomials: monomials(for: all), coefficients: coefficients),
      Row(monomials: b.monomials(for: all), coefficients: b.coefficients),
      width: MonomialLayout.width(all.count), negated: negated)
    return Self.pruned(all, total.monomials, total.coefficients)
  }

  static func shifted(
    _ monomials: [UInt64], _ coefficients: [Integer], by word: ArraySlice<UInt64>, times factor: Integer
  ) -> Row {
    var result = monomials
    if word.count == 1, let only = word.first {
      for i in result.indices { result[i] &+= only }
    } else if !word.isEmpty {
      var k = word.startIndex
      for i in result.indices {
        result[i] &+= word[k]
        k += 1
        if k == word.endIndex { k = word.startIndex }
      }
    }
    return Row(monomials: result, coefficients: factor.isOne ? coefficients : coefficients.map { $0 * factor })
  }

  /// The sum of many rows, merged in pairs so that each term is moved a logarithmic number of times.
  static func merged(_ rows: [Row], width: Int) -> Row {
    var level = rows
    while level.count > 1 {
      var next: [Row] = []
      next.reserveCapacity((level.count + 1) / 2)
      var i = 0
      while i + 1 < level.count {
        next.append(merged(level[i], level[i + 1], width: width, negated: false))
        i += 2
      }
      if i < level.count { next.append(level[i]) }
      level = next
    }
    return level.first ?? Row(monomials: [], coefficients: [])
  }
}
