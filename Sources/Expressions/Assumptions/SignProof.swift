internal import Multiprecision

/// Collects the inequalities that bear on a linear form and asks for a combination of them that proves its sign.
///
/// First the assumptions and the signs of the monomials; for a form of higher degree then also their pairwise products.
/// Source: D. Handelman, Representing polynomials by positive linear functions on compact convex polyhedra, 1988.
struct SignProof {
  let analysis: SignAnalysis
  private var store: ExpressionStore { analysis.store }

  /// The largest number of inequalities that enter a search, and of those that are multiplied in pairs.
  private static let maximumCount = 40
  private static let maximumMultiplied = 10

  init(analysis: SignAnalysis) {
    self.analysis = analysis
  }

  /// What is found for a form and for its negative.
  typealias Proofs = (form: FarkasSearch.Finding, negative: FarkasSearch.Finding)

  /// Tries to prove a form non-negative or positive, and the same of its negative.
  func proofs(of target: LinearForm) -> Proofs {
    let assumed = relevantAssumptions(target)
    let monomials = distinctMonomials([target] + assumed.map(\.form))
    let facts = assumed + monomials.flatMap { monomialFacts($0) }
    let direct = search(facts, target)
    if direct.form == .positive || direct.negative == .positive { return direct }
    guard target.support.contains(where: { !isLinear($0.monomial) }) else { return direct }
    let products = pairwiseProducts(Array(multiplied(assumed, target).prefix(Self.maximumMultiplied)))
    guard !products.isEmpty else { return direct }
    let more = distinctMonomials(products.map(\.form)).filter { !monomials.contains($0) }
    let indirect = search(facts + products + more.flatMap { monomialFacts($0) }, target)
    return (stronger(direct.form, indirect.form), stronger(direct.negative, indirect.negative))
  }

  /// What is multiplied in pairs, the likeliest first: assumptions made of factors of the form's monomials, what is known of
  /// these factors, then the other assumptions.
  private func multiplied(_ assumed: [Inequality], _ target: LinearForm) -> [Inequality] {
    let factors = Set(target.support.flatMap { store.factors($0.monomial) })
    func isMade(_ inequality: Inequality) -> Bool {
      inequality.form.support.allSatisfy { store.factors($0.monomial).allSatisfy(factors.contains) }
    }
    return assumed.filter(isMade) + factorFacts(target) + assumed.filter { !isMade($0) }
  }

  private func search(_ inequalities: [Inequality], _ target: LinearForm) -> Proofs {
    let search = FarkasSearch(inequalities: inequalities)
    let form = search.proof(of: target)
    return (form, form == .positive ? .none : search.proof(of: target.negated(in: store)))
  }

  private func stronger(_ a: FarkasSearch.Finding, _ b: FarkasSearch.Finding) -> FarkasSearch.Finding {
    a == .none ? b : b == .none ? a : a == .positive ? a : b
  }

  /// The assumptions that share symbols with the form, directly or through others.
  private func relevantAssumptions(_ target: LinearForm) -> [Inequality] {
    var symbols = Set(target.support.flatMap { store.freeSymbols($0.monomial) })
    var chosen: [Int] = []
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (index, entry) in analysis.inequalities.enumerated()
      where !chosen.contains(index) && !symbols.isDisjoint(with: entry.symbols) && chosen.count < Self.maximumCount {
        chosen.append(index)
        symbols.formUnion(entry.symbols)
        isGrowing = true
      }
    }
    return chosen.map { analysis.inequalities[$0].inequality }
  }

  private func distinctMonomials(_ forms: [LinearForm]) -> [Expr] {
    var seen: Set<Expr> = []
    return forms.flatMap { $0.support.map(\.monomial) }.filter { seen.insert($0).inserted }
  }

  private func isLinear(_ monomial: Expr) -> Bool { store.op(monomial) == .symbol }

  /// What the sign and the size of a monomial by itself say.
  func monomialFacts(_ monomial: Expr) -> [Inequality] {
    signFacts(monomial) + comparisons(monomial) + boundFacts(monomial)
  }

  private func signFacts(_ e: Expr) -> [Inequality] {
    let all = analysis.signs(e)
    // No sign is left: the assumptions contradict each other, which is passed on as 0 > 0.
    if all.isEmpty { return [Inequality(form: LinearForm(), isStrict: true)] }
    let signs = all.intersection(.real)
    var form = LinearForm()
    form.add(Rational(1), e, in: store)
    if signs == .positive { return [Inequality(form: form, isStrict: true)] }
    if signs == .negative { return [Inequality(form: form.negated(in: store), isStrict: true)] }
    var result: [Inequality] = []
    if signs.isEmpty { return result }
    if signs.isSubset(of: .nonnegative) { result.append(Inequality(form: form, isStrict: false)) }
    if signs.isSubset(of: .nonpositive) { result.append(Inequality(form: form.negated(in: store), isStrict: false)) }
    return result
  }

  /// What the bounds of a function say.
  private func boundFacts(_ e: Expr) -> [Inequality] {
    guard let definition = store.function(e), let bounds = definition.bounds,
      !analysis.signs(e).contains(.undefined)
    else { return [] }
    let value = store.linearForm(e)
    func isStrict(_ places: [String]) -> Bool {
      !bounds.areAttained || analysis.holdsOne(of: places, definition, store.operands(e))
    }
    let above = bounds.lower.map { lower in
      Inequality(form: LinearForm(-lower).adding(value, in: store), isStrict: isStrict(bounds.aboveWhere))
    }
    let below = bounds.upper.map { upper in
      Inequality(
        form: LinearForm(upper).adding(value.negated(in: store), in: store), isStrict: isStrict(bounds.belowWhere))
    }
    return [above, below].compactMap { $0 }
  }

  /// Comparisons of a monotone function with its known value, and of a power of a positive base with 1.
  private func comparisons(_ e: Expr) -> [Inequality] {
    if store.op(e) == .call, let monotonicity = store.function(e)?.monotonicity, store.operandCount(e) == 1 {
      let argument = store.operand(e, at: 0)
      let offset = analysis.signs(store.difference(argument, store.number(monotonicity.argument)))
      return comparison(e, with: monotonicity.value, monotonicity.isIncreasing ? offset : offset.negated)
    }
    guard store.op(e) == .power else { return [] }
    let (base, exponent) = store.baseAndExponent(e)
    guard analysis.signs(base).isSubset(of: .nonnegative) else { return [] }
    let excess = analysis.signs(store.difference(base, store.one))
    return comparison(e, with: Rational(1), excess.multiplied(by: analysis.signs(exponent)))
  }

  private func comparison(_ e: Expr, with value: Rational, _ signs: Signs) -> [Inequality] {
    let real = signs.intersection(.real)
    var above = LinearForm(-value)
    above.add(Rational(1), e, in: store)
    if !real.isEmpty, real.isSubset(of: .nonnegative) {
      return [Inequality(form: above, isStrict: real == .positive)]
    }
    if !real.isEmpty, real.isSubset(of: .nonpositive) {
      return [Inequality(form: above.negated(in: store), isStrict: real == .negative)]
    }
    return []
  }

  /// The facts about the single factors of the form's monomials, and about what stands beside one that is bounded, as a^n*b^n
  /// in u*a^n*b^n: what a product of assumptions may be multiplied by.
  private func factorFacts(_ target: LinearForm) -> [Inequality] {
    var seen: Set<Expr> = []
    var bounded: Set<Expr> = []
    var facts: [Inequality] = []
    for factor in target.support.flatMap({ store.factors($0.monomial) }) where seen.insert(factor).inserted {
      let bounds = comparisons(factor) + boundFacts(factor)
      if isBounded(factor) || !bounds.isEmpty { bounded.insert(factor) }
      facts += (isBounded(factor) ? [] : signFacts(factor)) + bounds
    }
    var beside: [Expr] = []
    for (monomial, _) in target.support where store.factors(monomial).count > 2 {
      beside += store.factors(monomial).filter(bounded.contains).map { store.quotient(monomial, $0) }
    }
    return beside.filter { seen.insert($0).inserted }.flatMap { signFacts($0) } + facts
  }

  /// Whether an assumption speaks of a symbol.
  private func isBounded(_ e: Expr) -> Bool {
    store.op(e) == .symbol && analysis.inequalities.contains { $0.symbols.contains(e) }
  }

  private func pairwiseProducts(_ inequalities: [Inequality]) -> [Inequality] {
    var result: [Inequality] = []
    for i in inequalities.indices {
      for j in i..<inequalities.count {
        let (a, b) = (inequalities[i], inequalities[j])
        guard let form = a.form.multiplied(by: b.form, in: store, limit: 24) else { continue }
        result.append(Inequality(form: form, isStrict: a.isStrict && b.isStrict))
      }
    }
    return result
  }
}
