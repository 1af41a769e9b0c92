internal import Multiprecision

/// Values of functions over a piece, and the places where their signs change.
struct CrossingScan: ~Copyable {
  /// Two places between which a function changes its sign.
  struct Bracket {
    let function: Int
    let low: Real
    let high: Real
  }

  private var machine: Machine
  private let lower: Real?
  private let upper: Real?
  private let precision: Int

  /// - Parameter tape: its outputs are the bounds that there are, then the functions.
  init(_ tape: Tape, _ parameters: [Rational], precision: Int, hasLower: Bool, hasUpper: Bool) {
    self.precision = precision
    machine = Machine(tape, precision: precision)
    machine.bind(parameters: parameters)
    lower = hasLower ? machine.output(0) : nil
    upper = hasUpper ? machine.output(hasLower ? 1 : 0) : nil
  }

  private var firstFunction: Int { (lower == nil ? 0 : 1) + (upper == nil ? 0 : 1) }

  private mutating func value(_ function: Int, at x: Real) -> Real {
    machine.run(variables: [x])
    return machine.output(firstFunction + function)
  }

  /// The changes of sign that a grid of about so many nodes shows, of each function in turn.
  mutating func brackets(functionCount: Int, nodes: Int) -> [Bracket] {
    let grid = Self.grid(nodes, from: lower, to: upper)
    var values = Array(repeating: [Real](), count: functionCount)
    for x in grid {
      machine.run(variables: [x])
      for function in 0..<functionCount { values[function].append(machine.output(firstFunction + function)) }
    }
    var found: [Bracket] = []
    for (function, row) in values.enumerated() {
      for i in row.indices.dropFirst() where row[i].isFinite && row[i - 1].isFinite {
        if row[i - 1].isNegative != row[i].isNegative {
          found.append(Bracket(function: function, low: grid[i - 1], high: grid[i]))
        } else if i + 1 < row.count, comesNear(row[i - 1], row[i], row[i + 1]),
          let inside = opposite(function, from: grid[i - 1], to: grid[i + 1], isNegative: row[i].isNegative)
        {
          found.append(Bracket(function: function, low: grid[i - 1], high: inside))
          found.append(Bracket(function: function, low: inside, high: grid[i + 1]))
        }
      }
    }
    return found
  }

  /// Whether the middle one of three values of one sign is the least.
  private func comesNear(_ a: Real, _ b: Real, _ c: Real) -> Bool {
    guard c.isFinite, c.isNegative == b.isNegative else { return false }
    return b.magnitude < a.magnitude && b.magnitude < c.magnitude
  }

  /// A place between two others at which a function that comes near to 0 between them has crossed it; nil if it has not.
  private mutating func opposite(_ function: Int, from: Real, to: Real, isNegative: Bool) -> Real? {
    var (low, high) = (from, to)
    for _ in 0..<Self.searchSteps {
      let third = (high - low) / Real(3)
      let (left, right) = (low + third, high - third)
      let (a, b) = (value(function, at: left), value(function, at: right))
      if a.isFinite, a.isNegative != isNegative { return left }
      if b.isFinite, b.isNegative != isNegative { return right }
      if a.magnitude < b.magnitude { high = right } else { low = left }
    }
    return nil
  }

  private static let searchSteps = 60

  /// The place of a change of sign, to all bits: by secants, and by halving where they gain too little.
  mutating func zero(in bracket: Bracket) -> Real {
    var (low, high) = (place(bracket.low), place(bracket.high))
    var (atLow, atHigh) = (value(bracket.function, at: low), value(bracket.function, at: high))
    if atLow.isZero { return low }
    if atHigh.isZero { return high }
    let isNegative = atLow.isNegative
    var isHalving = false
    while true {
      let width = high - low
      let size = max(low.magnitude.exponent, high.magnitude.exponent)
      if width.isZero || width.exponent < size - precision + Self.slack { return low }
      var middle = low + width / Real(2)
      if !isHalving, atLow.isFinite, atHigh.isFinite {
        let secant = low + width * (atLow / (atLow - atHigh))
        if secant > low, secant < high { middle = secant }
      }
      guard middle > low, middle < high else { return low }
      let here = value(bracket.function, at: middle)
      if here.isZero { return middle }
      if here.isNegative == isNegative {
        (low, atLow) = (middle, here)
        atHigh = atHigh / Real(2)
      } else {
        (high, atHigh) = (middle, here)
        atLow = atLow / Real(2)
      }
      isHalving = (high - low).exponent >= width.exponent
    }
  }

  private static let slack = 8

  private func place(_ x: Real) -> Real { x.rounded(toPrecision: precision) }

  /// Places at which to look: by factors from the ends and from 0, and evenly over a finite piece.
  private static func grid(_ nodes: Int, from lower: Real?, to upper: Real?) -> [Real] {
    let distances = factors(nodes, from: -reach, to: reach).map { Real($0) }
    switch (lower, upper) {
    case (let a?, let b?):
      let length = b - a
      let even = (1..<nodes).map { Real(Double($0) / Double(nodes)) }
      let near = factors(nodes / 4, from: -reach, to: 0).map { Real($0 / Double(nodes)) }
      return (near + even).map { a + length * $0 } + near.reversed().map { b - length * $0 }
    case (let a?, nil): return distances.map { a + $0 }
    case (nil, let b?): return distances.reversed().map { b - $0 }
    case (nil, nil): return distances.reversed().map { -$0 } + [Real.zero] + distances
    }
  }

  /// Increasing powers of two, the last left out.
  private static func factors(_ count: Int, from low: Double, to high: Double) -> [Double] {
    (0..<count).map { k in (0.693_147 * (low + (high - low) * Double(k) / Double(count))).exponential }
  }

  /// Places are looked for between two to minus this and two to this.
  private static let reach = 20.0
}
