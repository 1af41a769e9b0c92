internal import Expressions
internal import Multiprecision

extension TapeCompiler {
  /// The tape of a density, whose logarithm is given, and integrands.
  mutating func compile(logDensity: Expr, integrands: [Expr]) throws -> Tape {
    _ = try compile([logDensity])
    if !isLattice { tape.densityPowers = try compileDensityPowers(logDensity) }
    tape.firstOutputLengths = tape.levels.map(\.count)
    try appendMultiples(integrands)
    separateLogarithm()
    return tape
  }

  /// The tape of some outputs and of integrands, which a density multiplies that the caller knows.
  mutating func compile(_ outputs: [Expr], integrands: [Expr]) throws -> Tape {
    _ = try compile(outputs)
    try appendMultiples(integrands)
    return tape
  }

  /// Compiles integrands: not these themselves but what multiplies the density, or another integrand times the
  /// density, to give each of them times the density.
  private mutating func appendMultiples(_ integrands: [Expr]) throws {
    // Divisors have fewer factors; the last of those that divide leaves the fewest.
    let counts = integrands.map(factorCount)
    let order = integrands.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
    for (position, integrand) in order.enumerated() {
      let divisor = largestDivisor(of: integrands[integrand], among: order[..<position].map { integrands[$0] })
      let factor = try compile(divisor?.rest ?? integrands[integrand]).index
      tape.multiples.append(
        Tape.Multiple(entry: integrand + 1, base: divisor.map { order[$0.position] + 1 } ?? 0, factor: factor))
    }
  }

  /// Moves what only the logarithm of the density needs behind what the bases of its powers and the integrands need.
  private mutating func separateLogarithm() {
    guard let powers = tape.densityPowers else { return }
    let last = tape.levels.count - 1
    var needed = Set(powers.factors.map(\.base) + tape.multiples.map(\.factor))
    for instruction in tape.levels[last].reversed() where needed.contains(instruction.result) {
      needed.formUnion(instruction.operands(tape.argumentLists))
    }
    let length = tape.firstOutputLengths[last]
    let isNeeded = tape.levels[last].prefix(length).map { needed.contains($0.result) }
    func part(_ wanted: Bool) -> [Tape.Instruction] {
      zip(tape.levels[last], isNeeded).filter { $0.1 == wanted }.map(\.0)
    }
    tape.levels[last].replaceSubrange(..<length, with: part(true) + part(false))
    tape.densityPowers?.instructionCount = isNeeded.count { $0 }
  }

  /// The last expression among some that divides a product, with what it leaves; nil if none does.
  private func largestDivisor(of e: Expr, among others: [Expr]) -> (position: Int, rest: Expr)? {
    guard slots[e] == nil, !store.factors(e).contains(where: mayVanishWithOthers) else { return nil }
    let powers = store.factors(e).map { store.baseAndExponent($0) }
    guard let found = others.lastIndex(where: { divides($0, powers) }) else { return nil }
    return (found, store.quotient(e, others[found]))
  }

  /// Whether every power in a product is one of these, or a part of one with a whole number of further factors.
  private func divides(_ divisor: Expr, _ powers: [(Expr, Expr)]) -> Bool {
    store.factors(divisor).allSatisfy { factor in
      let (base, exponent) = store.baseAndExponent(factor)
      guard let power = powers.first(where: { $0.0 == base }) else { return false }
      if power.1 == exponent { return true }
      guard let part = store.numberValue(exponent), let whole = store.numberValue(power.1) else { return false }
      let rest = whole - part
      return part.signum == whole.signum && rest.signum == whole.signum && rest.isInteger
    }
  }

  /// The number of factors, each as often as its power says.
  private func factorCount(_ e: Expr) -> Rational {
    store.factors(e).reduce(Rational(0)) { count, factor in
      count + (store.numberValue(store.baseAndExponent(factor).1) ?? Rational(1)).magnitude
    }
  }
}
