internal import Multiprecision

/// The sums of density and integrands, and of their magnitudes, in ball arithmetic.
struct CertifiedTerms: ~Copyable {
  private var machine: BallMachine
  private let tape: Tape
  private let count: Int
  // The terms of all entries, of which the first is the weight, one for the work, and for each entry the sum and that of the
  // magnitudes.
  private let weight: Int
  private let work: Int
  private let sums: Int

  init(_ tape: Tape, _ setting: NumericSetting, precision: Int) {
    self.tape = tape
    count = setting.entryCount
    machine = BallMachine(tape, parameters: setting.parameters, precision: precision, extra: 1 + 3 * count)
    weight = machine.firstExtra
    (work, sums) = (weight + count, weight + count + 1)
  }

  /// Adds a term; returns false if one of its numbers has no proven error.
  mutating func add(_ k: Int) -> Bool {
    machine.set(level: 1, integer: k)
    return addPlaced()
  }

  /// Adds the term at a node; returns false if one of its numbers has no proven error.
  mutating func add(_ node: ProvenNumber) -> Bool {
    machine.set(level: 1, node.value, radius: node.radius)
    return addPlaced()
  }

  /// Multiplies all sums by a number.
  mutating func scale(by factor: ProvenNumber) {
    for slot in sums..<(sums + 2 * count) { machine.multiply(slot, by: factor.value, radius: factor.radius) }
  }

  private mutating func addPlaced() -> Bool {
    machine.exp(weight, tape.outputSlots[0])
    guard !machine.radius(weight).isInfinite else { return false }
    if machine.isExactlyZero(weight) { return true }
    for multiple in tape.multiples {
      machine.multiply(weight + multiple.entry, weight + multiple.base, multiple.factor)
    }
    for entry in 0..<count {
      guard !machine.radius(weight + entry).isInfinite else { return false }
      machine.add(sums + entry, sums + entry, weight + entry)
      machine.absolute(work, weight + entry)
      machine.add(sums + count + entry, sums + count + entry, work)
    }
    return true
  }

  /// A bound for the last weight.
  var weightBound: Radius { machine.bound(weight) }

  /// The outcomes so far, with bounds for what is left out.
  func outcomes(leavingOut rest: [Radius]?) -> [PieceOutcome]? {
    var outcomes: [PieceOutcome] = []
    for entry in 0..<count {
      guard var outcome = machine.outcome(sums + entry), let scale = machine.outcome(sums + count + entry) else {
        return nil
      }
      outcome.scale = scale.value
      outcomes.append(rest.map { outcome.leavingOut($0[entry]) } ?? outcome)
    }
    return outcomes
  }
}

extension PieceOutcome {
  /// The outcome with a proven bound for what was left out of it.
  fileprivate func leavingOut(_ rest: Radius) -> PieceOutcome {
    if rest.isZero { return self }
    var result = self
    result.errorExponent = rest.isInfinite ? Int.max : max(errorExponent, rest.binaryExponent) + 1
    return result
  }
}
