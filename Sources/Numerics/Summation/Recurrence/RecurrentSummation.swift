internal import Multiprecision

/// Sums terms outwards from the largest, each found from its neighbour.
///
/// A step rounds a few times, so that after n of them some 8n units of the last place may be lost. What the terms have come
/// to at the ends, near the edges of the core and at the mode is compared with their definition, evaluated with more bits:
/// where that is not confirmed there is no result, and the sum is taken by the definition of each term.
struct RecurrentSummation {
  let summation: LatticeSummation
  let plan: LatticeSummation.Plan
  let recurrence: TermRecurrence
  /// Makes an evaluator of terms by their definition, with a precision, for comparison.
  let check: (_ precision: Int) throws -> PointEvaluator

  private static let guardBits = 40
  /// Below this precision fewer bits for small terms are not worth the change.
  private static let leastGraded = 512
  private static let coarsest = 128

  private var bits: Int { summation.bits }

  /// A term in place: its weighted entries, and how many bits they were computed with.
  private struct Sample {
    let values: [Real]
    let precision: Int

    init(_ terms: RecurrentTerms) { (values, precision) = (terms.values, terms.termPrecision) }
  }

  /// The outcomes of the entries; nil where the recurrence is not confirmed.
  func outcomes() throws -> [PieceOutcome]? {
    let precision = PieceIntegration.rounded(bits + Self.guardBits + summation.setting.bitsOfParameters)
    let terms = RecurrentTerms(recurrence, summation.setting, precision: precision)
    var samples: [Int: Sample] = [:]
    terms.place(plan.mode)
    guard try add(terms) else { return nil }
    samples[plan.mode] = Sample(terms)
    guard let last = try walk(terms, to: summation.upper, by: 1, beyond: plan.core.upperBound, &samples) else {
      return nil
    }
    terms.place(plan.mode)
    guard let first = try walk(terms, to: summation.lower, by: -1, beyond: plan.core.lowerBound, &samples) else {
      return nil
    }
    let steps = last - first + 1
    guard let rounding = try rounding(samples, ends: [first, last], steps: steps, precision) else { return nil }
    let outcomes = outcomes(terms, rounding, steps: steps)
    return outcomes.allSatisfy { $0.missingBits(bits) <= 0 } ? outcomes : nil
  }

  private func add(_ terms: RecurrentTerms) throws -> Bool {
    try summation.setting.meter.count()
    return terms.add()
  }

  /// Adds terms in one direction until several in a row, past the core, are negligible; returns the last integer.
  private func walk(
    _ terms: RecurrentTerms, to end: Int?, by step: Int, beyond core: Int, _ samples: inout [Int: Sample]
  ) throws -> Int? {
    var k = plan.mode
    var quiet = 0
    while k != end, quiet < LatticeSummation.quietTerms {
      k += step
      terms.advance(by: step)
      guard try add(terms) else { return nil }
      if k == core || k == (core + plan.mode) / 2 { samples[k] = Sample(terms) }
      let isBeyond = (k - core) * step >= 0
      let margin = summation.negligibleMargin(distance: k - plan.mode)
      quiet = isBeyond && isNegligible(terms, margin) ? quiet + 1 : 0
      guard grade(terms) else { return nil }
    }
    samples[k] = Sample(terms)
    return k
  }

  /// Leaves out bits that do not matter next to the largest terms, in a few steps; false if the term in place lacks some that
  /// do, as terms have grown since bits were left out.
  private func grade(_ terms: RecurrentTerms) -> Bool {
    guard terms.precision >= Self.leastGraded else { return true }
    let drop = terms.leastDrop ?? terms.precision
    guard drop >= terms.precision - terms.termPrecision else { return false }
    let grain = PieceIntegration.rounded(terms.precision / 8)
    let wanted = (max(terms.precision - drop + Self.guardBits, Self.coarsest) + grain - 1) / grain * grain
    if wanted < terms.termPrecision { terms.narrow(to: wanted) }
    return true
  }

  private func isNegligible(_ terms: RecurrentTerms, _ margin: Int) -> Bool {
    let (last, peak) = (terms.lastExponents, terms.peakExponents)
    return last.indices.allSatisfy { last[$0] == Int.min || last[$0] <= peak[$0] - margin }
  }

  /// The exponents of the largest deviation of each entry at the samples, summed up over all terms; nil if the weights at
  /// the ends are not what they should be.
  private func rounding(_ samples: [Int: Sample], ends: [Int], steps: Int, _ precision: Int) throws -> [Int]? {
    let fine = try check(precision + 64)
    let spread = Int.bitWidth - steps.leadingZeroBitCount
    var worst = Array(repeating: Int.min, count: summation.setting.entryCount)
    for (k, sample) in samples {
      let exact = try fine.terms(k)
      let deviation = (sample.values[0] - exact[0]).exponent
      let isEnd = ends.contains(k)
      if isEnd, deviation != Int.min, exact[0].isZero || deviation > exact[0].exponent - sample.precision + spread + 8 {
        return nil
      }
      for entry in worst.indices { worst[entry] = max(worst[entry], (sample.values[entry] - exact[entry]).exponent) }
    }
    guard !worst.contains(Int.max) else { return nil }
    return worst.map { $0 == Int.min ? $0 : $0 + spread }
  }

  private func outcomes(_ terms: RecurrentTerms, _ rounding: [Int], steps: Int) -> [PieceOutcome] {
    let spread = Int.bitWidth - steps.leadingZeroBitCount
    return (0..<summation.setting.entryCount).map { entry in
      let (positive, negative) = terms.sums(entry)
      let scale = positive - negative
      let error =
        scale.isZero
        ? Int.min : max(scale.exponent - bits - 4, scale.exponent - terms.precision + spread + 4, rounding[entry])
      return PieceOutcome(value: positive + negative, scale: scale, errorExponent: error, status: .converged)
    }
  }
}
