internal import Expressions
internal import Multiprecision
internal import Numerics

/// Tells by a few values that a density does not fall off towards an infinite end of its support.
///
/// A density that is integrable towards infinity has, but for oscillation, a decreasing product with the distance; where
/// the largest of several such products does not fall from one scale to a far larger one, no integral needs to be tried.
struct DecayTest {
  let store: ExpressionStore
  let reading: Reading

  /// Whether the density may be integrable towards the infinite ends, as far as the values tell.
  func isPassed(at point: [Rational]) -> Bool {
    guard reading.observed.count == 1 else { return true }
    switch reading.observed[0].range {
    case .finite: return true
    case .reals: return decays(point, sign: 1, isLattice: false) && decays(point, sign: -1, isLattice: false)
    case .interval(let lower, let upper, _, _):
      return (upper != nil || decays(point, sign: 1, isLattice: false))
        && (lower != nil || decays(point, sign: -1, isLattice: false))
    case .lattice(let lower, let upper):
      return (upper != nil || decays(point, sign: 1, isLattice: true))
        && (lower != nil || decays(point, sign: -1, isLattice: true))
    }
  }

  private static let moderateScale = 10
  /// Where a density falls off at last whose peak is far away, tried one after another.
  private static let farScales = [1_000_000, 1_000_000_000, 1_000_000_000_000, 1_000_000_000_000_000]

  private func decays(_ point: [Rational], sign: Int, isLattice: Bool) -> Bool {
    let scales = isLattice ? (near: 1_000, far: 10_000) : (near: 10_000, far: 100_000_000)
    guard let near = largest(point, sign * scales.near), let far = largest(point, sign * scales.far) else {
      // Far out an exponential may leave the range of numbers, and a difference of two of them mean nothing: nothing is told
      // then. A density that is not defined there is none at a moderate distance either.
      return largest(point, sign * Self.moderateScale) != nil
    }
    if far < near || (far.isInfinite && far.isNegative) { return true }
    // The peak, or that of a component of a mixture, may lie out there. A sum up to the variable takes too long farther out.
    let hasSums = store.subexpressions(of: reading.logDensity).contains { store.indexedSum($0) != nil }
    return !hasSums
      && Self.farScales.contains { scale in
        scale > scales.far && largest(point, sign * scale).map { $0 < far } ?? false
      }
  }

  /// The largest of a few values of `log(density) + log|x|` at a scale; nil where one is no real number or
  /// plus infinity.
  private func largest(_ point: [Rational], _ scale: Int) -> Real? {
    let variable = reading.observed[0].symbol
    let weighted = store.sum([reading.logDensity, store.log(store.square(variable))])
    guard
      let evaluator = try? ClosedFormEvaluator(
        store, expressions: [reading.logDensity, weighted], parameters: reading.symbols + [variable])
    else { return nil }
    var result: Real?
    for multiple in [1, 2, 3, 5] {
      let values = evaluator.evaluate(at: point + [Rational(multiple * scale)], digits: 12)
      // The mean of both is log(density) + log|x|, as 2*log|x| = log(x^2).
      let value = (values[0] + values[1]) * Real(0.5)
      if value.isNaN || (value.isInfinite && !value.isNegative) { return nil }
      if result.map({ $0 < value }) ?? true { result = value }
    }
    return result
  }
}
