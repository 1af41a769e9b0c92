internal import Multiprecision

/// What follows from a fixed list of assumptions about signs and integrality; answers are remembered.
///
/// Every rule works on the set of signs that are still possible, so that an answer other than "unknown" is a proof.
final class SignAnalysis {
  let store: ExpressionStore
  /// What is known of single symbols.
  var domains: [Expr: NumberSet] = [:]
  /// The assumptions as inequalities, in the order in which they were made, with the symbols of each.
  var inequalities: [(inequality: Inequality, symbols: Set<Expr>)] = []
  /// Forms that are assumed not to vanish.
  var nonzeroForms: [LinearForm] = []
  /// Compound expressions that are assumed to be integers.
  var integers: Set<Expr> = []
  private var signMemo: [Expr: Signs] = [:]
  private var integerMemo: [Expr: Truth] = [:]
  private var inProgress: Set<Expr> = []
  /// How often a question was left open because it was already being asked.
  private var openQuestions = 0
  /// What was answered while such a question was open.
  private var provisional: [Expr] = []

  init(store: ExpressionStore) {
    self.store = store
  }

  /// An analysis under the same assumptions, for a part in which further ones hold; what is being asked stays open in it.
  private init(within outer: SignAnalysis) {
    store = outer.store
    (domains, inequalities) = (outer.domains, outer.inequalities)
    (nonzeroForms, integers) = (outer.nonzeroForms, outer.integers)
    inProgress = outer.inProgress
  }

  /// Forgets the answers, after an assumption was added.
  func forgetAnswers() {
    signMemo.removeAll(keepingCapacity: true)
    integerMemo.removeAll(keepingCapacity: true)
  }

  /// The signs that an expression may have where it is used.
  func signs(_ e: Expr) -> Signs {
    if let value = store.numberValue(e) { return Signs(signum: value.signum) }
    if let known = signMemo[e] { return known }
    // A bound may refer back to the symbol that it bounds; the inner question then stays open. A symbol is a real number
    // all the same.
    guard inProgress.insert(e).inserted else {
      openQuestions += 1
      return store.op(e) == .symbol ? .real : .all
    }
    let openBefore = openQuestions
    var result = freshSigns(e)
    if !result.isDecided, store.freeSymbols(e).isEmpty, let sign = ConstantEvaluator.sign(of: e, in: store) {
      result = sign
    }
    inProgress.remove(e)
    signMemo[e] = result
    // What was found while an outer question was open may be less than is known: it holds until that one is answered.
    if inProgress.isEmpty {
      for provisional in provisional { signMemo[provisional] = nil }
      provisional.removeAll(keepingCapacity: true)
    } else if openQuestions != openBefore, !result.isDecided, !result.isEmpty {
      provisional.append(e)
    }
    return result
  }

  /// The signs of an expression in which a symbol is bound that takes values in a set; nothing else is assumed of it, as no
  /// index may have the name of another symbol.
  func signs(_ e: Expr, with bound: Expr, in set: NumberSet) -> Signs {
    let inner = SignAnalysis(within: self)
    inner.domains[bound] = set
    let result = inner.signs(e)
    openQuestions += inner.openQuestions
    return result
  }

  private func freshSigns(_ e: Expr) -> Signs {
    switch store.op(e) {
    case .number: .all
    case .symbol: symbolSigns(e)
    case .sum: sumSigns(e)
    case .product: assumedSigns(e, store.operands(e).reduce(Signs.positive) { $0.multiplied(by: signs($1)) })
    case .power: assumedSigns(e, powerSigns(e))
    case .call: assumedSigns(e, callSigns(e))
    }
  }

  /// The signs of a monomial that the assumptions speak of as a whole, e.g. `v1*v2` in `v1*v2 > c^2`.
  private func assumedSigns(_ e: Expr, _ known: Signs) -> Signs {
    let real = known.intersection(.real)
    if real.isDecided || inequalities.isEmpty { return known }
    let (_, rest) = store.coefficientAndRest(e)
    guard inequalities.contains(where: { !$0.inequality.form.coefficient(of: rest).isZero }) else { return known }
    return refined(real, store.linearForm(e)).union(known.intersection(.undefined))
  }

  /// Whether an expression takes integer values only.
  func isInteger(_ e: Expr) -> Truth {
    if let value = store.numberValue(e) { return value.isInteger ? .yes : .no }
    if let known = integerMemo[e] { return known }
    let result = freshIntegrality(e)
    integerMemo[e] = result
    return result
  }

  private func freshIntegrality(_ e: Expr) -> Truth {
    if integers.contains(e) { return .yes }
    switch store.op(e) {
    case .number, .call: return .unknown
    case .symbol: return integrality(of: domains[e] ?? .reals)
    case .product: return store.operands(e).allSatisfy { isInteger($0) == .yes } ? .yes : .unknown
    case .sum:
      let open = store.operands(e).filter { isInteger($0) != .yes }
      if open.isEmpty { return .yes }
      return open.count == 1 && isInteger(open[0]) == .no ? .no : .unknown
    case .power:
      let (base, exponent) = store.baseAndExponent(e)
      let isWhole = isInteger(base) == .yes && isInteger(exponent) == .yes
      return isWhole && signs(exponent).isSubset(of: .nonnegative) ? .yes : .unknown
    }
  }

  private func integrality(of set: NumberSet) -> Truth {
    switch set {
    case .lattice: return .yes
    case .finite(let values):
      if values.allSatisfy({ isInteger($0) == .yes }) { return .yes }
      return values.allSatisfy { isInteger($0) == .no } ? .no : .unknown
    case .reals, .interval: return .unknown
    }
  }
}
