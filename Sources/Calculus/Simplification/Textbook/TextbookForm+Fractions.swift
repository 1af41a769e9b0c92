internal import Expressions
internal import Multiprecision

extension TextbookForm {
  /// A sum that stands as a factor, and how often.
  private struct Factor {
    /// The form that is shown.
    let shown: Expr
    /// The form with the opposite sign.
    let opposite: Expr
    let multiplicity: Int
    /// Whether the sign is not known.
    let isFree: Bool
    /// Whether there are as many terms of either sign.
    let isEven: Bool

    var turned: Factor {
      Factor(shown: opposite, opposite: shown, multiplicity: multiplicity, isFree: isFree, isEven: isEven)
    }
  }

  /// A quotient as one fraction, the numerator in factors or multiplied out.
  func fraction(_ a: RationalFunction, isFactored: Bool = true) -> Expr {
    if a.isZero { return store.zero }
    guard isFactored, a.numerator.termCount <= Self.longestNumerator else { return freshFraction(a, isFactored: false) }
    if let known = cache.fractions[a] { return known }
    let made = freshFraction(a, isFactored: true)
    cache.fractions[a] = made
    return made
  }

  private func freshFraction(_ quotient: RationalFunction, isFactored: Bool) -> Expr {
    let a = field.parts(of: quotient)
    var scale = a.scale
    var factors: [Factor] = []
    func add(_ p: Polynomial, _ multiplicity: Int) {
      let (factor, isTurned) = oriented(p, multiplicity)
      if isTurned, multiplicity % 2 != 0 { scale = -scale }
      factors.append(factor)
    }
    if isFactored {
      let factors = field.factorization(of: a.numerator).map { (field.polynomial($0.factor), $0.multiplicity) }
      for (p, multiplicity) in gathered(factors) { add(p, multiplicity) }
    } else if !a.numerator.isOne {
      add(a.numerator, 1)
    }
    for (p, multiplicity) in gathered(a.divisors) { add(p, -multiplicity) }
    if scale.signum < 0, let k = freeFactor(factors) {
      factors[k] = factors[k].turned
      scale = -scale
    }
    if factors.count == 1, factors[0].multiplicity == 1, a.monomial.isEmpty, scale.magnitude.isOne {
      return scale.signum > 0 ? factors[0].shown : factors[0].opposite
    }
    let powers = factors.map { store.power($0.shown, store.integer($0.multiplicity)) }
    return store.product([store.number(scale)] + a.monomial.map(power) + powers)
  }

  /// The factor whose sign may be turned to make the coefficient positive: one with as many terms of either sign if there
  /// is one, the structurally lowest of several.
  private func freeFactor(_ factors: [Factor]) -> Int? {
    let free = factors.indices.filter { factors[$0].isFree && factors[$0].multiplicity % 2 != 0 }
    let even = free.filter { factors[$0].isEven }
    return (even.isEmpty ? free : even).min { store.compare(factors[$0].shown, factors[$1].shown) < 0 }
  }

  /// The factors that are shown: those of the same multiplicity are multiplied out where this is shorter, 1 - rho^2.
  private func gathered(_ factors: [(Polynomial, Int)]) -> [(Polynomial, Int)] {
    var result: [(polynomial: Polynomial, multiplicity: Int)] = []
    for (p, multiplicity) in converter.rootsGathered(factors) {
      let partner = result.firstIndex { other in
        other.multiplicity == multiplicity && (other.polynomial * p).termCount <= 2
      }
      if let partner {
        result[partner].polynomial = result[partner].polynomial * p
      } else {
        result.append((p, multiplicity))
      }
    }
    return result
  }

  /// The power of a generator.
  func power(_ p: RationalFunction.Power) -> Expr {
    store.power(converter.generators[Int(p.variable)], store.integer(p.exponent))
  }

  /// A polynomial with the sign that makes it positive, where that is known, and whether this turned it round.
  private func oriented(_ p: Polynomial, _ multiplicity: Int) -> (Factor, isTurned: Bool) {
    let forms = converter.signedForms(p)
    let sign = forms.isMixed ? knownSign(forms.plus) : 0
    let showsPlus = sign == 0 ? forms.prefersPlus : sign > 0
    let factor = Factor(
      shown: showsPlus ? forms.plus : forms.minus, opposite: showsPlus ? forms.minus : forms.plus,
      multiplicity: multiplicity, isFree: sign == 0 && forms.isMixed, isEven: forms.isEven)
    return (factor, !showsPlus)
  }

  /// 1 or -1 where the sign of a linear sum follows from the assumptions, else 0.
  func knownSign(_ e: Expr) -> Int {
    if let known = cache.signs[e] { return known }
    var sign = 0
    if store.op(e) == .sum, store.operandCount(e) <= 4, isLinear(e), isConstrained(e) {
      if assumptions.isPositive(e) == .yes {
        sign = 1
      } else if assumptions.isNegative(e) == .yes {
        sign = -1
      }
    }
    cache.signs[e] = sign
    return sign
  }

  /// Whether something is assumed of every symbol; nothing can be proved of a sum otherwise.
  private func isConstrained(_ e: Expr) -> Bool {
    let known = cache.constrained ?? Set(assumptions.conditions.flatMap { $0.freeSymbols(in: store) })
    cache.constrained = known
    return store.freeSymbols(e).allSatisfy { known.contains($0) }
  }

  /// Whether every term is a constant or a multiple of a symbol; the search for a proof is quick only then.
  private func isLinear(_ e: Expr) -> Bool {
    store.operands(e).allSatisfy { term in
      store.op(store.coefficientAndRest(term).1) == .symbol || store.freeSymbols(term).isEmpty
    }
  }
}
