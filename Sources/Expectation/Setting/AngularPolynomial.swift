internal import Calculus
internal import Expressions
internal import Multiprecision

/// Integrals of polynomials in an angle and in its sine and cosine.
///
/// Products of sines and cosines are sums of those of multiples of the angle, and `u^k cos(n u)` is integrated by parts k
/// times. Source: I. S. Gradshteyn and I. M. Ryzhik, Table of Integrals, Series, and Products, 7th ed., 1.32 and 2.633.
struct AngularPolynomial {
  private let simplifier: Simplifier
  private let store: ExpressionStore
  private let circular: CircularFunctions
  private let angle: Expr
  private let ends: (lower: Expr, upper: Expr)

  /// The cosine or sine of a multiple of the angle.
  private struct Wave: Hashable {
    var frequency: Int
    var isSine: Bool
  }

  /// Higher powers are not written as sums over multiples of the angle, nor integrated by parts.
  private static let largestPower = 24

  /// The polynomials in an angle over a number of quarter turns; nil for any other set.
  init?(in angle: Expr, over image: NumberSet, _ simplifier: Simplifier) {
    let store = simplifier.store
    guard let circular = CircularFunctions(store), case .interval(let lower?, let upper?, _, _) = image,
      [lower, upper].allSatisfy({ store.isQuarterTurns($0) })
    else { return nil }
    (self.store, self.simplifier) = (store, simplifier)
    self.circular = circular
    self.angle = angle
    ends = (lower, upper)
  }

  /// An antiderivative of a polynomial; nil for any other function.
  func antiderivative(of polynomial: Expr) -> Expr? {
    var parts: [Expr] = []
    for term in store.terms(polynomial) {
      guard let part = antiderivative(ofTerm: term) else { return nil }
      parts.append(part)
    }
    return store.sum(parts)
  }

  /// What an antiderivative gains from the lower to the upper end.
  func increase(of antiderivative: Expr) -> Expr {
    store.difference(value(of: antiderivative, at: ends.upper), value(of: antiderivative, at: ends.lower))
  }

  /// The value of an antiderivative at a point, where a sine or cosine of a multiple of pi/2 has a number for its value.
  private func value(of antiderivative: Expr, at point: Expr) -> Expr {
    func visit(_ e: Expr) -> Expr {
      guard circular.argument(of: e) != nil else { return store.mapOperands(e, visit) }
      let moved = store.mapOperands(e) { simplifier.normal(store.substitute($0, [(angle, point)])) }
      return store.withoutQuarterTurns(moved) ?? moved
    }
    return store.substitute(visit(antiderivative), [(angle, point)])
  }

  private func antiderivative(ofTerm term: Expr) -> Expr? {
    var (power, sines, cosines) = (0, 0, 0)
    var coefficient: [Expr] = []
    for factor in store.factors(term) {
      let (base, exponent) = store.baseAndExponent(factor)
      if !store.contains(factor, angle) {
        coefficient.append(factor)
      } else if let n = store.integerValue(exponent), n > 0, base == angle || circular.argument(of: base) == angle {
        if base == angle { power = n } else if base == circular.sine(of: angle) { sines = n } else { cosines = n }
      } else {
        return nil
      }
    }
    guard sines + cosines <= Self.largestPower, power <= Self.largestPower else { return nil }
    let waves = waves(sines: sines, cosines: cosines)
    let parts = waves.map { wave, weight in store.product([store.number(weight), integral(power, wave)]) }
    return store.product(coefficient + [store.sum(parts)])
  }

  /// sin^m cos^n of the angle as a sum over its multiples, in the order of the frequencies.
  private func waves(sines: Int, cosines: Int) -> [(Wave, Rational)] {
    var sum: [Wave: Rational] = [Wave(frequency: 0, isSine: false): Rational(1)]
    for isSine in Array(repeating: true, count: sines) + Array(repeating: false, count: cosines) {
      var next: [Wave: Rational] = [:]
      for (wave, weight) in sum {
        let half = weight * Rational(1, 2)
        // sin a sin b = (cos(a-b) - cos(a+b))/2, cos a sin b = (sin(a+b) - sin(a-b))/2, and so on, for b the angle itself.
        let below = Wave(frequency: wave.frequency - 1, isSine: wave.isSine != isSine)
        let above = Wave(frequency: wave.frequency + 1, isSine: wave.isSine != isSine)
        next[above, default: Rational(0)] = next[above, default: Rational(0)] + (isSine && wave.isSine ? -half : half)
        next[below, default: Rational(0)] = next[below, default: Rational(0)] + (isSine && !wave.isSine ? -half : half)
      }
      sum = Self.folded(next)
    }
    return sum.filter { !$0.value.isZero }.sorted { a, b in
      a.key.frequency != b.key.frequency ? a.key.frequency < b.key.frequency : b.key.isSine && !a.key.isSine
    }.map { ($0.key, $0.value) }
  }

  /// The same with frequencies that are not negative.
  private static func folded(_ sum: [Wave: Rational]) -> [Wave: Rational] {
    var result: [Wave: Rational] = [:]
    for (wave, weight) in sum {
      let folded = Wave(frequency: abs(wave.frequency), isSine: wave.isSine)
      if wave.isSine, wave.frequency == 0 { continue }
      let signed = wave.isSine && wave.frequency < 0 ? -weight : weight
      result[folded] = (result[folded] ?? Rational(0)) + signed
    }
    return result
  }

  /// An antiderivative of the k-th power of the angle times a wave.
  private func integral(_ k: Int, _ wave: Wave) -> Expr {
    if wave.frequency == 0 {
      return store.quotient(store.power(angle, store.integer(k + 1)), store.integer(k + 1))
    }
    let multiple = store.product([store.integer(wave.frequency), angle])
    let rate = store.integer(wave.frequency)
    let own = wave.isSine ? store.negated(circular.cosine(of: multiple)) : circular.sine(of: multiple)
    let leading = store.quotient(store.product([store.power(angle, store.integer(k)), own]), rate)
    guard k > 0 else { return leading }
    let rest = integral(k - 1, Wave(frequency: wave.frequency, isSine: !wave.isSine))
    let factor = store.quotient(store.integer(wave.isSine ? k : -k), rate)
    return store.sum([leading, store.product([factor, rest])])
  }
}
