internal import Calculus
internal import Expressions

/// A density of one variable after a change of variable.
struct TransformedDensity {
  let change: ChangeOfVariable
  /// The range of the new variable.
  let range: NumberSet
  /// The log-density with the logarithm of the Jacobian, expanded into terms.
  let weight: Expr
  /// The same as substitutions are read off it: the density as it was typed, where nothing has been substituted yet.
  private let shown: Expr
  /// What holds with the new variable in its range.
  let simplifier: Simplifier

  var variable: Expr { change.variable }

  /// The same with substitutions read off its terms, where these show exponentials that the density as it was typed does not:
  /// exp(2*x) in the logarithm of a hyperbolic cosine; nil elsewhere.
  var inTerms: TransformedDensity? {
    let store = simplifier.store
    func exponentials(_ e: Expr) -> [Expr] {
      store.subexpressions(of: e).filter { part in
        store.contains(part, variable)
          && store.exponentialArgument(part).map { store.affine($0, in: variable, simplifier) != nil } ?? false
      }
    }
    guard shown != weight, !Set(exponentials(weight)).isSubset(of: exponentials(shown)) else { return nil }
    return TransformedDensity(change: change, range: range, weight: weight, simplifier: simplifier)
  }

  /// The density of an observed variable as it stands.
  init(_ setting: DensitySetting, _ observed: DensitySetting.Observed) {
    change = ChangeOfVariable(of: observed.variable)
    range = observed.range
    var assumptions = setting.assumptions
    assumptions.assume(.membership(observed.variable, observed.range))
    simplifier = setting.simplifier.assuming(assumptions)
    shown = setting.logDensity
    let terms = simplifier.expanded(simplifier.expandedLogarithms(setting.logDensity))
    weight = simplifier.plainFactorials(terms, in: observed.variable, over: observed.range)
  }

  /// The density after a further substitution.
  init(_ previous: TransformedDensity, _ substitution: Substitution, _ known: Assumptions) {
    let store = previous.simplifier.store
    change = previous.change.followed(by: substitution)
    range = substitution.image
    var assumptions = known
    assumptions.assume(.membership(substitution.variable, substitution.image))
    simplifier = previous.simplifier.assuming(assumptions)
    let moved = substitution.applied(to: previous.shown, of: previous.variable, in: store)
    let terms = simplifier.settled(store.sum([moved, substitution.logJacobian]), in: substitution.variable)
    weight = simplifier.plainFactorials(terms, in: substitution.variable, over: range)
    shown = weight
  }

  /// The weight as it is read by kinds of substitution.
  var setting: DensitySetting {
    DensitySetting(simplifier: simplifier, logDensity: shown, observed: [observed])
  }

  var observed: DensitySetting.Observed { DensitySetting.Observed(variable, in: range) }
}

extension TransformedDensity {
  /// Higher powers of a sum are not multiplied out.
  private static let highestPower = 6

  /// The density without its factors that are natural powers of sums, and the product of these, expanded; nil where it has
  /// none.
  var withoutSums: (rest: TransformedDensity, sums: Expr)? {
    let store = simplifier.store
    var rest: [Expr] = []
    var sums: [Expr] = []
    for term in store.terms(weight) {
      let (free, function) = store.split(term, over: variable)
      if let argument = store.logarithmArgument(function), let m = exponent(ofSum: argument),
        let n = store.integerValue(free), n > 0, n * m <= Self.highestPower
      {
        sums.append(store.power(argument, free))
      } else {
        rest.append(term)
      }
    }
    if sums.isEmpty { return nil }
    let product = simplifier.expanded(simplifier.expandedLogarithms(store.product(sums)))
    return (TransformedDensity(change: change, range: range, weight: store.sum(rest), simplifier: simplifier), product)
  }

  /// The natural exponent of a power of a sum: 1 for a sum, 2 for the square of one whose sign is not known.
  private func exponent(ofSum e: Expr) -> Int? {
    let (base, exponent) = simplifier.store.baseAndExponent(e)
    guard simplifier.store.op(base) == .sum, let m = simplifier.store.integerValue(exponent), m > 0 else { return nil }
    return min(m, Self.highestPower + 1)
  }

  private init(change: ChangeOfVariable, range: NumberSet, weight: Expr, simplifier: Simplifier) {
    self.change = change
    self.range = range
    self.weight = weight
    shown = weight
    self.simplifier = simplifier
  }
}
