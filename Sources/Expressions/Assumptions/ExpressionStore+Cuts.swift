internal import Multiprecision

extension ExpressionStore {
  /// The values of a variable at which an integral is cut: those of `kinks(of:in:)`, and those where one of its
  /// `singularArguments(of:)` vanishes, as far as it can be undone step by step, such as `exp(c)` for `abs(log(x) - c)`.
  ///
  /// Values that turn out to be no numbers, or to lie outside of the support, mean nothing.
  public func cuts(of e: Expr, in variable: Expr) -> [Expr] {
    var found = kinks(of: e, in: variable)
    for argument in singularArguments(of: e) where contains(argument, variable) {
      for place in solutions(of: argument, equal: zero, in: variable).map(multipliedOut) where !found.contains(place) {
        found.append(place)
      }
    }
    return found
  }

  /// The expressions at whose zeros a density need not be smooth: the arguments of kinks, and what is squared below a root or
  /// in a logarithm, as in `((x - 1)^2)^(-1/4)`.
  public func singularArguments(of e: Expr) -> [Expr] {
    let squares = subexpressions(of: e).compactMap { inner -> Expr? in
      let isRoot = op(inner) == .power && integerValue(operand(inner, at: 1)) == nil
      return (logarithmArgument(inner) ?? (isRoot ? operand(inner, at: 0) : nil)).flatMap(squaredFactor)
    }
    return kinkArguments(of: e) + squares
  }

  /// What is squared in an even power, or in a sum that is one, `1 + cos(x)` being `2*cos(x/2)^2`.
  private func squaredFactor(_ e: Expr) -> Expr? {
    if op(e) == .sum, operandCount(e) == 2, let number = numberValue(operand(e, at: 0)) {
      let (coefficient, call) = coefficientAndRest(operand(e, at: 1))
      guard coefficient.magnitude == number.magnitude else { return nil }
      return complement(of: call, isSum: coefficient == number).flatMap { factors($0).firstValue(squaredFactor) }
    }
    guard op(e) == .power, let n = integerValue(operand(e, at: 1)), n.isMultiple(of: 2) else { return nil }
    return operand(e, at: 0)
  }

  /// Values of the variable at which an expression has a value, as far as undoing its outermost operations finds them.
  private func solutions(of e: Expr, equal value: Expr, in variable: Expr) -> [Expr] {
    guard contains(e, variable) else { return [] }
    if e == variable { return [value] }
    if let inner = logarithmArgument(e) { return solutions(of: inner, equal: exp(value), in: variable) }
    if let inner = exponentialArgument(e) { return solutions(of: inner, equal: log(value), in: variable) }
    let isMoving: (Expr) -> Bool = { self.contains($0, variable) }
    switch op(e) {
    case .sum:
      let moving = operands(e).filter(isMoving)
      let rest = sum(operands(e).filter { !isMoving($0) })
      let target = difference(value, rest)
      if moving.count == 2 { return logarithmSolution(moving, equal: target, in: variable) }
      return moving.count == 1 ? solutions(of: moving[0], equal: target, in: variable) : []
    case .product:
      let moving = factors(e).filter(isMoving)
      let rest = product(factors(e).filter { !isMoving($0) })
      if moving.count == 2 { return ratioSolution(moving, equal: quotient(value, rest), in: variable) }
      return moving.count == 1 ? solutions(of: moving[0], equal: quotient(value, rest), in: variable) : []
    case .power:
      guard let n = numberValue(operand(e, at: 1)), n.signum > 0 else { return [] }
      let root = power(value, number(Rational(1) / n))
      let isEven = n.isInteger && n.numerator.isEven
      let roots = isEven ? [root, negated(root)] : [root]
      return roots.flatMap { solutions(of: operand(e, at: 0), equal: $0, in: variable) }
    default: return []
    }
  }

  /// Where a multiple of `log(u) + log(v)` or `log(u) - log(v)` has a value.
  private func logarithmSolution(_ terms: [Expr], equal value: Expr, in variable: Expr) -> [Expr] {
    let parts = terms.map { term -> (coefficient: Expr, argument: Expr?) in
      let logarithm = factors(term).first { logarithmArgument($0) != nil }
      let others = factors(term).filter { $0 != logarithm }
      return (product(others), logarithm.flatMap { logarithmArgument($0) })
    }
    guard let u = parts[0].argument, let v = parts[1].argument, !contains(parts[0].coefficient, variable) else {
      return []
    }
    let image = exp(quotient(value, parts[0].coefficient))
    switch quotient(parts[1].coefficient, parts[0].coefficient) {
    case one: return solutions(of: product([u, v]), equal: image, in: variable)
    case number(-1): return solutions(of: quotient(u, v), equal: image, in: variable)
    default: return []
    }
  }

  /// Where a quotient of two affine functions has a value.
  private func ratioSolution(_ factors: [Expr], equal value: Expr, in variable: Expr) -> [Expr] {
    for (numerator, reciprocal) in [(factors[0], factors[1]), (factors[1], factors[0])] {
      guard op(reciprocal) == .power, operand(reciprocal, at: 1) == number(-1),
        let (a, b) = affineParts(of: numerator, in: variable),
        let (c, d) = affineParts(of: operand(reciprocal, at: 0), in: variable)
      else { continue }
      // a x + b = value (c x + d)
      let slope = difference(a, product([value, c]))
      return slope == zero ? [] : [quotient(difference(product([value, d]), b), slope)]
    }
    return []
  }
}
