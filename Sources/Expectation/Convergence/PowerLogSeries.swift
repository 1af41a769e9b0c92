internal import Calculus
internal import Expressions

/// A finite sum `Σ c v^e (log v)^m` as v → 0+ with symbolic coefficients and exponents, and the powers of v that bound
/// what was left out.
///
/// Exponents may be incomparable, as k and 1 are for an unknown k > 0; every statement is made of each term by itself.
struct PowerLogSeries {
  /// One term.
  struct Term {
    var coefficient: Expr
    var exponent: Expr
    var logarithms = 0
  }

  var terms: [Term]
  /// What is left out is O(v^r), up to logarithms, for the smallest of these.
  var remainders: [Expr] = []

  /// Series with more terms than this are given up.
  static let maximumTerms = 48

  /// A single power of v.
  init(_ coefficient: Expr, exponent: Expr) {
    terms = [Term(coefficient: coefficient, exponent: exponent)]
  }

  init(_ terms: [Term], remainders: [Expr] = []) {
    self.terms = terms
    self.remainders = remainders
  }
}

/// Sums and products of series under what is known of the parameters.
struct SeriesArithmetic {
  let simplifier: Simplifier
  private var store: ExpressionStore { simplifier.store }

  /// The sum, terms of equal growth merged and vanishing ones dropped; nil where it is too long.
  func sum(_ parts: [PowerLogSeries]) -> PowerLogSeries? {
    merged(parts.flatMap(\.terms), remainders: parts.flatMap(\.remainders))
  }

  /// The product; nil where it is too long.
  func product(_ a: PowerLogSeries, _ b: PowerLogSeries) -> PowerLogSeries? {
    guard a.terms.count * b.terms.count <= PowerLogSeries.maximumTerms * 8 else { return nil }
    let terms = a.terms.flatMap { p in
      b.terms.map { q in
        PowerLogSeries.Term(
          coefficient: store.product([p.coefficient, q.coefficient]), exponent: store.sum([p.exponent, q.exponent]),
          logarithms: p.logarithms + q.logarithms)
      }
    }
    let left = a.remainders.flatMap { r in (b.terms.map(\.exponent) + b.remainders).map { store.sum([r, $0]) } }
    let right = b.remainders.flatMap { r in a.terms.map { store.sum([r, $0.exponent]) } }
    return merged(terms, remainders: left + right)
  }

  /// The series times a power of v and a coefficient.
  func scaled(_ a: PowerLogSeries, by coefficient: Expr, exponent: Expr) -> PowerLogSeries? {
    product(PowerLogSeries(coefficient, exponent: exponent), a)
  }

  private func merged(_ terms: [PowerLogSeries.Term], remainders: [Expr]) -> PowerLogSeries? {
    var order: [[Int: [Expr]]] = []
    var exponents: [Expr] = []
    for term in terms {
      let exponent = simplifier.normal(term.exponent)
      if let i = exponents.firstIndex(of: exponent) {
        order[i][term.logarithms, default: []].append(term.coefficient)
      } else {
        exponents.append(exponent)
        order.append([term.logarithms: [term.coefficient]])
      }
    }
    var result: [PowerLogSeries.Term] = []
    for (exponent, byLogarithms) in zip(exponents, order) {
      for (logarithms, coefficients) in byLogarithms.sorted(by: { $0.key < $1.key }) {
        let coefficient = coefficients.count == 1 ? coefficients[0] : simplifier.normal(store.sum(coefficients))
        if coefficient == store.zero || simplifier.isZero(coefficient) { continue }
        result.append(.init(coefficient: coefficient, exponent: exponent, logarithms: logarithms))
      }
    }
    var seen: Set<Expr> = []
    let bounds = remainders.map { simplifier.normal($0) }.filter { seen.insert($0).inserted }
    guard result.count <= PowerLogSeries.maximumTerms, bounds.count <= PowerLogSeries.maximumTerms else { return nil }
    return PowerLogSeries(result, remainders: smallest(bounds))
  }

  /// The bounds that no other bound is known to lie below.
  private func smallest(_ bounds: [Expr]) -> [Expr] {
    var result: [Expr] = []
    for bound in bounds {
      let isImplied = { (a: Expr, b: Expr) in
        simplifier.assumptions.isNonnegative(store.difference(a, b)) == .yes
      }
      if result.contains(where: { isImplied(bound, $0) }) { continue }
      result.removeAll { isImplied($0, bound) }
      result.append(bound)
    }
    return result
  }

  /// The term that all others and the remainder are known to fall below, as v → 0; nil where none is.
  func leading(_ series: PowerLogSeries) -> PowerLogSeries.Term? {
    series.terms.first { candidate in
      let others = series.terms.filter { $0.exponent != candidate.exponent || $0.logarithms > candidate.logarithms }
      return others.allSatisfy { exceeds($0.exponent, candidate.exponent) }
        && series.remainders.allSatisfy { exceeds($0, candidate.exponent) }
    }
  }

  private func exceeds(_ a: Expr, _ b: Expr) -> Bool {
    simplifier.assumptions.isPositive(store.difference(a, b)) == .yes
  }
}
