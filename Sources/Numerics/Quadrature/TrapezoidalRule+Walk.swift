internal import Multiprecision

extension TrapezoidalRule {
  /// A walk outwards along the nodes of the first level, to one side.
  private struct Walk {
    let side: Int
    /// The parameter up to which something may matter, whatever the nodes on the way show.
    let core: Double
    /// The number of nodes so far.
    var count = 0
    /// How many of the last nodes contributed nothing that matters to any entry.
    var quiet = 0
    /// For each entry the last node with a contribution that mattered, and that contribution's exponent.
    var lastLoud: [Int]
    var loudExponents: [Int]

    init(side: Int, core: Double, entryCount: Int) {
      self.side = side
      self.core = core
      lastLoud = Array(repeating: 0, count: entryCount)
      loudExponents = Array(repeating: Int.min, count: entryCount)
    }
  }

  /// Contributions of this binary exponent come from integrands that grow without bound.
  private static let hugeExponent = 1 << 16

  /// Adds nodes outwards to one side until all entries are negligible, and judges those that never are; returns how far
  /// the entries without divergence reach, or nil if the map had to be changed.
  mutating func walk(side: Int) throws -> Int? {
    let core = map.parameter(distance: map.reach(side: side), side: side)
    let isStretched = map.stretch.stretches(side: side)
    let end = map.parameter(distance: farthestCoordinate, side: side)
    var walk = Walk(side: side, core: core, entryCount: tails.count)
    var isCut = false
    while walk.quiet < 3, !isCut {
      let t = Double(walk.count + 1) * step
      if isStretched, t > end { break }
      if !isStretched, t > 6 * core + 64 {
        map.stretch = map.stretch.stretching(side: side)
        return nil
      }
      isCut = try !advance(&walk)
    }
    if let node = cutOff(walk) {
      try judgeTails(side: side, end: Double(node) * step)
    } else if walk.quiet < 3 {
      try judgeTails(side: side, end: end)
    }
    let needed = tails.indices.map { entry in tails[entry].isDivergent ? 0 : walk.lastLoud[entry] + 1 }
    return max(needed.max() ?? 0, Int(core / step))
  }

  /// Adds the next node; returns false if an integrand has grown beyond the range of floating-point numbers there.
  private mutating func advance(_ walk: inout Walk) throws -> Bool {
    let t = Double(walk.side) * Double(walk.count + 1) * step
    try meter.count()
    if let bad = try evaluator.add(t) {
      let isGrowth = bad.sign != 0 && isGrowing(bad.entry, walk)
      guard isGrowth else { throw names.error(entry: bad.entry, at: evaluator.lastPosition) }
      return false
    }
    walk.count += 1
    if walk.side < 0 { exponents.below.append(lastExponents) } else { exponents.above.append(lastExponents) }
    var isLoud = t.magnitude < walk.core
    for entry in tails.indices {
      let here = evaluator.lastExponent(entry)
      guard here > Int.min, here > evaluator.peakExponent(entry) - bits - 8 else { continue }
      walk.lastLoud[entry] = walk.count
      walk.loudExponents[entry] = here
      isLoud = true
    }
    walk.quiet = isLoud ? 0 : walk.quiet + 1
    return true
  }

  /// The node at which an entry was growing when it, or the density, left the range of floating-point numbers.
  private func cutOff(_ walk: Walk) -> Int? {
    tails.indices.first { isGrowing($0, walk) }.map { walk.lastLoud[$0] }
  }

  /// Whether an entry's last contribution that mattered was its largest, and huge.
  private func isGrowing(_ entry: Int, _ walk: Walk) -> Bool {
    walk.lastLoud[entry] == walk.count - walk.quiet && walk.loudExponents[entry] > Self.hugeExponent
      && walk.loudExponents[entry] == evaluator.peakExponent(entry)
  }
}
