internal import Multiprecision

/// Bounds what a tape computes in a strip `|Im x| <= b` about the real line, wherever the real part is.
///
/// For each slot a disc about a real centre that holds all its values there. Quotients, roots and logarithms are taken of
/// discs that keep clear of 0 and of the negative numbers, so that whatever has a disc is analytic in the strip; what cannot
/// be shown so has none. Every operation on discs rounds outwards.
struct StripMachine {
  private let tape: Tape
  private var values: [Values]
  /// Whether a slot depends on parameters alone, so that its disc stands for a real number.
  private var isFixed: [Bool]

  private enum Values {
    /// Anything; also where the function need not be analytic.
    case unknown
    /// `c x + z`: an imaginary part of at most this size, and no bound for the real part.
    case linear(imaginary: Double)
    case disc(Disc)
  }

  /// Takes what depends on parameters alone from a machine that has run over them; the variable is the tape's only one.
  init(_ tape: Tape, halfWidth: Double, parameters: borrowing BallMachine) {
    self.tape = tape
    let fixed = tape.constants.map(\.slot) + tape.parameterSlots + tape.levels[0].map(\.result)
    isFixed = Array(repeating: false, count: tape.slotCount)
    var values = Array(repeating: Values.unknown, count: tape.slotCount)
    for slot in fixed {
      isFixed[slot] = true
      guard let (low, high) = parameters.interval(slot) else { continue }
      values[slot] = .disc(Disc(from: low, to: high))
    }
    values[tape.variables[0].value] = .linear(imaginary: halfWidth)
    self.values = values
    for i in tape.levels[1] { self.values[i.result] = result(i) }
  }

  /// The disc of an output; nil where there is none.
  func disc(_ output: Int) -> Disc? {
    guard case .disc(let disc) = values[tape.outputSlots[output]] else { return nil }
    return disc.isFinite ? disc : nil
  }

  /// The discs of the integrands of a density; nil where one has none.
  var integrands: [Disc]? {
    var discs = [Disc(1)] + Array(repeating: Disc(0), count: tape.multiples.count)
    for multiple in tape.multiples {
      guard let factor = disc(at: multiple.factor) else { return nil }
      let product = multiple.base == 0 ? factor : discs[multiple.base] * factor
      guard product.isFinite else { return nil }
      discs[multiple.entry] = product
    }
    return Array(discs.dropFirst())
  }

  private func disc(at slot: Int) -> Disc? {
    guard case .disc(let disc) = values[slot] else { return nil }
    return disc
  }

  private func result(_ i: Tape.Instruction) -> Values {
    if let moved = linear(i) { return moved }
    guard let found = discResult(i), found.isFinite else { return .unknown }
    return .disc(found)
  }

  /// Sums and multiples of what is linear in the variable.
  private func linear(_ i: Tape.Instruction) -> Values? {
    switch i.operation {
    case .negate:
      guard case .linear = values[i.left] else { return nil }
      return values[i.left]
    case .add, .subtract:
      switch (values[i.left], values[i.right]) {
      case (.linear(let a), .linear(let b)): return .linear(imaginary: (a + b) * Disc.inflation)
      case (.linear(let a), .disc(let d)):
        return .linear(imaginary: isFixed[i.right] ? a : (a + d.radius) * Disc.inflation)
      case (.disc(let d), .linear(let a)):
        return .linear(imaginary: isFixed[i.left] ? a : (a + d.radius) * Disc.inflation)
      default: return nil
      }
    case .multiply:
      switch (values[i.left], values[i.right]) {
      case (.linear(let a), .disc(let d)) where isFixed[i.right], (.disc(let d), .linear(let a)) where isFixed[i.left]:
        return .linear(imaginary: a * d.bound * Disc.inflation + Disc.underflow)
      default: return nil
      }
    case .divide:
      guard case .linear(let a) = values[i.left], isFixed[i.right], let inverse = disc(at: i.right)?.inverse else {
        return nil
      }
      return .linear(imaginary: a * inverse.bound * Disc.inflation + Disc.underflow)
    default: return nil
    }
  }

  private func discResult(_ i: Tape.Instruction) -> Disc? {
    if i.operation == .call { return called(i) }
    guard let a = disc(at: i.left) else { return nil }
    switch i.operation {
    case .negate: return a.negated
    case .square: return a * a
    case .squareRoot: return a.squareRoot
    case .exp: return a.exponential
    case .log: return a.logarithm
    case .log1p: return (a + Disc(1)).logarithm
    case .complement: return a.negated + Disc(1)
    case .powerInteger: return a.raised(to: i.extra)
    case .call: return nil
    case .add, .subtract, .multiply, .divide, .multiplyVanishing, .select, .power, .powerSharingLogarithm:
      guard let b = disc(at: i.right) else { return nil }
      switch i.operation {
      case .add: return a + b
      case .subtract: return a + b.negated
      case .divide: return b.inverse.map { a * $0 }
      case .power, .powerSharingLogarithm: return a.logarithm.map { ($0 * b).exponential }
      default: return a * b
      }
    }
  }

  /// A function of one argument that is bounded in strips.
  private func called(_ i: Tape.Instruction) -> Disc? {
    let arguments = tape.argumentLists[i.left]
    guard arguments.count == 1, let bound = tape.functions[i.extra].stripBound else { return nil }
    switch values[arguments[0]] {
    case .unknown: return nil
    case .linear(let imaginary): return Disc(centre: 0, radius: bound(imaginary) * Disc.inflation)
    case .disc(let d): return Disc(centre: 0, radius: bound(d.radius) * Disc.inflation)
    }
  }
}
