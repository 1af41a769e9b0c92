internal import Multiprecision

/// Sums terms outwards from the largest, each found from its neighbour.
///
/// A step rounds a few times, so that after n of them some 8n units of the last place may be lost. What the terms have come
/// to at the ends, where they go on with fewer bits, near the edges of the core and at the mode is compared with their
/// definition, evaluated with more bits: where that is not confirmed there is no result, and the sum is taken by the
/// definition of each term.
struct RecurrentSummation {
  let summation: LatticeSummation
  let plan: LatticeSummation.Plan
  let recurrence: TermRecurrence
  /// Makes an evaluator of terms by their definition, with a precision, for comparison.
  let check: (_ precision: Int) throws -> PointEvaluator

  private static let guardBits = 40

  private var bits: Int { summation.bits }

  /// A term that is compared with its definition.
  private struct Sample {
    let k: Int
    let values: [Real]
    let precision: Int
    /// Whether it is the last term of those that follow from each other with so many bits: then its weight must be right to
    /// nearly all of them, for a step that lost some has spoilt all terms after it.
    let isLast: Bool

    init(_ terms: RecurrentTerms, _ k: Int, isLast: Bool = false) {
      (self.k, self.isLast) = (k, isLast)
      (values, precision) = (terms.values, terms.termPrecision)
    }
  }

  /// The outcomes of the entries; nil where the recurrence is not confirmed.
  func outcomes() throws -> [PieceOutcome]? {
    let precision = PieceIntegration.rounded(bits + Self.guardBits + summation.setting.bitsOfParameters)
    let terms = RecurrentTerms(recurrence, summation.setting, precision: precision)
    var samples: [Sample] = []
    terms.place(plan.mode)
    guard try add(terms) else { return nil }
    samples.append(Sample(terms, plan.mode))
    guard let last = try walk(terms, to: summation.upper, by: 1, beyond: plan.core.upperBound, &samples) else {
      return nil
    }
    terms.place(plan.mode)
    guard let first = try walk(terms, to: summation.lower, by: -1, beyond: plan.core.lowerBound, &samples) else {
      return nil
    }
    let steps = last - first + 1
    guard let rounding = try rounding(samples, steps: steps) else { return nil }
    let outcomes = outcomes(terms, rounding, steps: steps)
    return outcomes.allSatisfy { $0.missingBits(bits) <= 0 } ? outcomes : nil
  }

  private func add(_ terms: RecurrentTerms) throws -> Bool {
    try summation.setting.meter.count()
    return terms.add()
  }

  /// Adds terms in one direction until several in a row, past the core, are negligible; returns the last integer.
  private func walk(
    _ terms: RecurrentTerms, to end: Int?, by step: Int, beyond core: Int, _ samples: inout [Sample]
  ) throws -> Int? {
    var k = plan.mode
    var quiet = 0
    // One small term between others does not count.
    var (wanted, wantedBefore) = (terms.precision, terms.precision)
    while k != end, quiet < LatticeSummation.quietTerms {
      if max(wanted, wantedBefore) < terms.termPrecision {
        samples.append(Sample(terms, k, isLast: true))
        terms.narrow(to: max(wanted, wantedBefore))
      }
      k += step
      terms.advance(by: step)
      guard try add(terms), hasEnoughBits(terms) else { return nil }
      if k == core || k == (core + plan.mode) / 2 { samples.append(Sample(terms, k)) }
      let isBeyond = (k - core) * step >= 0
      let margin = summation.negligibleMargin(distance: k - plan.mode)
      quiet = isBeyond && isNegligible(terms, margin) ? quiet + 1 : 0
      (wantedBefore, wanted) = (wanted, PrecisionGrades.grade(of: drop(terms), precision: terms.precision))
    }
    samples.append(Sample(terms, k, isLast: true))
    return k
  }

  /// How many bits below the largest terms the one in place lies; all where it is 0.
  private func drop(_ terms: RecurrentTerms) -> Int { terms.leastDrop ?? terms.precision }

  /// Whether the term in place has all bits that matter next to the largest: it has not grown since some were left out.
  private func hasEnoughBits(_ terms: RecurrentTerms) -> Bool {
    terms.termPrecision == terms.precision || drop(terms) >= terms.precision - terms.termPrecision
  }

  private func isNegligible(_ terms: RecurrentTerms, _ margin: Int) -> Bool {
    let (last, peak) = (terms.lastExponents, terms.peakExponents)
    return last.indices.allSatisfy { last[$0] == Int.min || last[$0] <= peak[$0] - margin }
  }

  /// The exponents of the largest deviation of each entry at the samples, summed up over all terms; nil if a weight is not
  /// what it should be.
  private func rounding(_ samples: [Sample], steps: Int) throws -> [Int]? {
    let spread = Int.bitWidth - steps.leadingZeroBitCount
    var worst = Array(repeating: Int.min, count: summation.setting.entryCount)
    for (precision, group) in Dictionary(grouping: samples, by: \.precision).sorted(by: { $0.key > $1.key }) {
      let fine = try check(precision + 64)
      for sample in group {
        let exact = try fine.terms(sample.k)
        let deviation = (sample.values[0] - exact[0]).exponent
        if sample.isLast, deviation != Int.min,
          exact[0].isZero || deviation > exact[0].exponent - precision + spread + 8
        {
          return nil
        }
        for entry in worst.indices { worst[entry] = max(worst[entry], (sample.values[entry] - exact[entry]).exponent) }
      }
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
