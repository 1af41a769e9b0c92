internal import Multiprecision

extension ExpressionStore {
  /// The canonical product of any number of factors: flattened, sorted, numbers folded, like bases merged.
  ///
  /// Exponentials count as powers of one base: `exp(a)*exp(b) = exp(a + b)`.
  public func product(_ factors: [Expr]) -> Expr {
    if factors.count == 1 { return factors[0] }
    var parts = ProductParts()
    parts.like.reserveCapacity(factors.count + 4)
    for factor in factors { collect(factor, into: &parts) }
    if parts.coefficient.isZero { return zero }
    if !parts.exponents.isEmpty {
      let merged = exp(sum(parts.exponents))
      parts.exponents = []
      if exponentialArgument(merged) != nil {
        parts.like.append((merged, one))
      } else {
        collect(merged, into: &parts)
      }
    }
    if parts.like.count > 1 { mergeLikeBases(&parts) }
    return assembled(parts)
  }

  /// `a / b`.
  public func quotient(_ a: Expr, _ b: Expr) -> Expr { product([a, reciprocal(b)]) }

  /// `1 / a`.
  public func reciprocal(_ a: Expr) -> Expr { power(a, minusOne) }

  /// The operands of a product while it is put together.
  private struct ProductParts {
    var coefficient = Rational(1)
    var like: [(base: Expr, exponent: Expr)] = []
    var exponents: [Expr] = []
  }

  private func collect(_ factor: Expr, into parts: inout ProductParts) {
    switch operators[factor.index] {
    case .number: parts.coefficient = parts.coefficient * rationals[Int(payloads[factor.index])]
    case .product:
      for i in Int(operandStarts[factor.index])..<operandEnd(factor.index) { collect(operandArena[i], into: &parts) }
    case .call where Int(payloads[factor.index]) == expID.index: parts.exponents.append(operand(factor, at: 0))
    default: parts.like.append(baseOfProduct(factor))
    }
  }

  /// A factor as base and exponent; a bracket is a base of its own, since [x = 1]*[y = 2] is not [x + y = 3].
  private func baseOfProduct(_ factor: Expr) -> (Expr, Expr) {
    isBracket(factor) ? (factor, one) : baseAndExponent(factor)
  }

  /// Sorts by base and adds the exponents of equal bases; a merged power may fold to a number or to a product.
  private func mergeLikeBases(_ parts: inout ProductParts) {
    parts.like.sort { compare($0.base, $1.base) < 0 }
    var merged: [(base: Expr, exponent: Expr)] = []
    merged.reserveCapacity(parts.like.count)
    var folded: [Expr] = []
    var i = 0
    while i < parts.like.count {
      var j = i + 1
      while j < parts.like.count, parts.like[j].base == parts.like[i].base { j += 1 }
      if j == i + 1 {
        merged.append(parts.like[i])
      } else {
        let made = power(parts.like[i].base, sum(parts.like[i..<j].map(\.exponent)))
        let (base, exponent) = baseOfProduct(made)
        if base == parts.like[i].base, operators[made.index] != .number {
          merged.append((base, exponent))
        } else {
          folded.append(made)
        }
      }
      i = j
    }
    parts.like = merged
    guard !folded.isEmpty else { return }
    let count = merged.count
    for factor in folded { collect(factor, into: &parts) }
    if parts.like.count > count { mergeLikeBases(&parts) }
  }

  private func assembled(_ parts: ProductParts) -> Expr {
    if parts.like.isEmpty { return number(parts.coefficient) }
    var result: [Expr] = []
    result.reserveCapacity(parts.like.count + 1)
    if !parts.coefficient.isOne { result.append(number(parts.coefficient)) }
    for (base, exponent) in parts.like {
      result.append(exponent == one ? base : interned(.power, [base, exponent]))
    }
    return result.count == 1 ? result[0] : interned(.product, result)
  }
}
