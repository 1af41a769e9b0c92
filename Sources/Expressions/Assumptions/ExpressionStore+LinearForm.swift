internal import Multiprecision

extension ExpressionStore {
  /// The a and b of an expression `a*s + b` with a and b free of the symbol s and a not 0; nil if it has no such form.
  ///
  /// Products of sums are multiplied out; nothing else is transformed.
  public func affineParts(of e: Expr, in symbol: Expr) -> (slope: Expr, offset: Expr)? {
    let form = linearForm(e)
    var slope: [Expr] = []
    var offset = [number(form.constant)]
    for (monomial, coefficient) in form.support {
      let term = scaled(monomial, by: coefficient)
      guard contains(monomial, symbol) else {
        offset.append(term)
        continue
      }
      let rest = quotient(term, symbol)
      if contains(rest, symbol) { return nil }
      slope.append(rest)
    }
    let total = sum(slope)
    return slope.isEmpty || total == zero ? nil : (total, sum(offset))
  }

  /// An expression with products and small powers of sums multiplied out, so that what cancels between them does.
  public func multipliedOut(_ e: Expr) -> Expr { expression(linearForm(e)) }

  /// An expression as a combination of monomials, products and small powers of sums multiplied out.
  ///
  /// What would grow beyond a few dozen monomials stays as it is and counts as one monomial.
  func linearForm(_ e: Expr) -> LinearForm {
    var form = LinearForm()
    for term in terms(e) {
      let (coefficient, rest) = coefficientAndRest(term)
      if let expanded = expandedMonomial(rest) {
        form.add(coefficient, expanded, in: self)
      } else {
        form.add(coefficient, rest, in: self)
      }
    }
    return form
  }

  /// The expression of a form.
  func expression(_ form: LinearForm) -> Expr {
    sum([number(form.constant)] + form.support.map { scaled($0.monomial, by: $0.coefficient) })
  }

  /// A product that contains sums, multiplied out; nil where there is nothing to multiply out or too much.
  private func expandedMonomial(_ e: Expr) -> LinearForm? {
    let parts = factors(e)
    guard parts.contains(where: isExpandable) else { return nil }
    var result = LinearForm(Rational(1))
    for part in parts {
      let (base, exponent) = baseAndExponent(part)
      let isPower = isExpandable(part)
      let inner = isPower ? linearForm(base) : monomialForm(part)
      for _ in 0..<(isPower ? integerValue(exponent) ?? 1 : 1) {
        guard let next = result.multiplied(by: inner, in: self) else { return nil }
        result = next
      }
    }
    return result
  }

  private func monomialForm(_ e: Expr) -> LinearForm {
    var form = LinearForm()
    let (coefficient, rest) = coefficientAndRest(e)
    form.add(coefficient, rest, in: self)
    return form
  }

  private func isExpandable(_ factor: Expr) -> Bool {
    let (base, exponent) = baseAndExponent(factor)
    guard op(base) == .sum, let n = integerValue(exponent) else { return false }
    return (1...4).contains(n)
  }
}
