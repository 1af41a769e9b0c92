internal import Multiprecision

/// Evaluates density and integrands at nodes of one piece, for one parameter point at one precision.
final class PieceEvaluator {
  let shape: PieceProgram.Shape
  /// One for each tape of the program.
  let sides: [WeightedSums]
  let precision: Int
  var map = CoordinateMap()
  private let landmarkCount: Int
  private let tables: NodeTables
  private var table: NodeTable

  // The scratch registers of each side.
  private var offset: Int { 0 }
  private var scale: Int { 1 }
  private var logScale: Int { 2 }
  private var length: Int { 3 }
  private var factor: Int { 4 }
  private var reference: Int { 5 }
  private var work: Int { 6 }

  init(_ program: PieceProgram, entryCount: Int, precision: Int, parameters: [Rational], tables: NodeTables) throws {
    shape = program.shape
    landmarkCount = program.landmarkCount
    self.precision = precision
    self.tables = tables
    sides = program.tapes.map { WeightedSums($0, entryCount: entryCount, precision: precision) }
    table = tables.table(NodeTable.Key(stretch: .both, width: RoundWidth(1), precision: precision))
    for side in sides { side.machine.bind(parameters: parameters) }
  }

  var entryCount: Int { sides[0].entryCount }

  /// The length of a finite piece; not positive if its bounds are out of order.
  var pieceLength: Real? {
    shape == .between ? sides[0].machine.output(entryCount) : nil
  }

  /// Where the density may have features, in the coordinate of `logDensity(_:)`.
  var landmarks: [Double] {
    let first = entryCount + (shape == .between ? 1 : 0)
    let length = pieceLength?.doubleValue ?? 0
    return (first..<first + landmarkCount).compactMap { output in
      let v = sides[0].machine.output(output).doubleValue
      let u =
        switch shape {
        case .line: v
        case .aboveLower, .belowUpper: v.naturalLogarithm
        case .between: (v / (length - v)).naturalLogarithm
        }
      return u.isFinite ? u : nil
    }
  }

  /// Chooses the map of the nodes and sets all sums to 0.
  func use(_ map: CoordinateMap) {
    self.map = map
    table = tables.table(
      NodeTable.Key(stretch: map.stretch, width: map.width, precision: precision))
    for side in sides {
      let base = side.scratch
      side.machine.registers.set(base + offset, map.center)
      side.machine.registers.set(base + scale, map.scale)
      side.machine.registers.log(base + logScale, base + scale)
      if shape == .between { side.machine.registers.set(base + length, side.machine.tape.outputSlots[entryCount]) }
      side.reset()
    }
  }

  /// The side at which the last node was placed.
  private(set) var active = 0

  /// Adds the node at `t` to the sums; returns the entry that is not finite, if any.
  func add(_ t: Double) -> WeightedSums.NonFinite? {
    place(table.node(t))
    return sides[active].add(factor: sides[active].scratch + factor)
  }

  /// The weighted values of all entries at the node.
  func terms(_ t: Double) -> [Real] {
    place(table.node(t))
    return sides[active].terms(factor: sides[active].scratch + factor)
  }

  /// The node at `t`, with the coordinate's derivative.
  func node(_ t: Double) -> NodeTable.Node { table.node(t) }

  /// The value of the tape's variable at the last node, for messages.
  var lastPosition: String {
    let side = sides[active]
    return side.machine.registers.real(side.machine.tape.variableSlots[0]).description(digits: 6)
  }

  /// The largest exponent of an entry's contributions so far.
  func peakExponent(_ entry: Int) -> Int { sides.reduce(Int.min) { max($0, $1.peakExponents[entry]) } }

  /// Forgets how large an entry's contributions were.
  func forgetPeak(_ entry: Int) {
    for side in sides { side.forgetPeak(entry) }
  }

  /// The exponent of an entry's contribution at the last node.
  func lastExponent(_ entry: Int) -> Int { sides[active].lastExponents[entry] }

  /// The sums of an entry's positive and negative contributions.
  func sums(_ entry: Int) -> (positive: Real, negative: Real) {
    let first = sides[0].sums(entry)
    guard sides.count == 2 else { return first }
    let second = sides[1].sums(entry)
    return (first.positive + second.positive, first.negative + second.negative)
  }

  private func place(_ node: NodeTable.Node) {
    active = 0
    switch shape {
    case .line: placeOnLine(node)
    case .aboveLower, .belowUpper: placeOnHalfLine(node)
    case .between: placeBetween(node)
    }
  }

  private func placeOnLine(_ node: NodeTable.Node) {
    let side = sides[0]
    let (base, variable) = (side.scratch, side.machine.tape.variableSlots[0])
    side.machine.registers.set(base + factor, node.derivative)
    if map.isAlgebraic {
      // sinh and cosh from the exponential that the table holds.
      side.machine.registers.set(base + work, node.exponential)
      side.machine.registers.divide(base + work + 1, integer: 1, base + work)
      side.machine.registers.subtract(variable, base + work, base + work + 1)
      side.machine.registers.add(base + work, base + work, base + work + 1)
      side.machine.registers.multiply(base + factor, base + factor, base + work)
      side.machine.registers.multiply(base + factor, base + factor, base + scale)
      side.machine.registers.multiplyByPowerOfTwo(base + factor, base + factor, -1)
      side.machine.registers.multiply(variable, variable, base + scale)
      side.machine.registers.multiplyByPowerOfTwo(variable, variable, -1)
    } else {
      side.machine.registers.set(variable, node.coordinate)
    }
    side.machine.registers.add(variable, variable, base + offset)
  }

  private func placeOnHalfLine(_ node: NodeTable.Node) {
    let side = sides[0]
    let (base, variables) = (side.scratch, side.machine.tape.variableSlots)
    side.machine.registers.set(base + factor, node.derivative)
    side.machine.registers.set(variables[0], node.exponential)
    side.machine.registers.multiply(variables[0], variables[0], base + scale)
    side.machine.registers.multiply(base + factor, base + factor, variables[0])
    side.machine.registers.set(variables[1], node.coordinate)
    side.machine.registers.add(variables[1], variables[1], base + logScale)
  }

  private func placeBetween(_ node: NodeTable.Node) {
    let lower = sides[0]
    lower.machine.registers.set(lower.scratch + work, node.exponential)
    lower.machine.registers.multiply(lower.scratch + work, lower.scratch + work, lower.scratch + scale)
    active = lower.machine.registers.compare(lower.scratch + work, integer: 1) < 0 ? 0 : 1
    let side = sides[active]
    let (base, variable) = (side.scratch, side.machine.tape.variableSlots[0])
    let (ratio, other) = (base + work, base + work + 1)
    if active == 1 {
      side.machine.registers.set(ratio, from: lower.machine.registers, lower.scratch + work)
      side.machine.registers.divide(ratio, integer: 1, ratio)
    }
    // With y the ratio of the smaller to the larger distance: v = L y/(1 + y), and dv/du = v/(1 + y).
    side.machine.registers.add(other, ratio, integer: 1)
    side.machine.registers.divide(ratio, ratio, other)
    side.machine.registers.multiply(variable, base + length, ratio)
    side.machine.registers.divide(base + factor, variable, other)
    side.machine.registers.set(ratio, node.derivative)
    side.machine.registers.multiply(base + factor, base + factor, ratio)
  }
}

extension PieceEvaluator {
  /// The log-density at the coordinate `u` of the bare piece, relative to a zero of one's choice, with the
  /// coordinate's derivative: what a scan for the peak looks at.
  ///
  /// On a line `u` is the variable, on a half-line the logarithm of the distance from the end, on a finite piece the
  /// logarithm of the ratio of the two distances.
  func logDensity(_ u: Double) -> Double {
    for side in sides { side.machine.registers.set(side.scratch + work + 2, u) }
    var jacobian = 0.0
    active = 0
    switch shape {
    case .line:
      sides[0].machine.registers.set(sides[0].machine.tape.variableSlots[0], u)
    case .aboveLower, .belowUpper:
      let (base, variables) = (sides[0].scratch, sides[0].machine.tape.variableSlots)
      sides[0].machine.registers.exp(variables[0], base + work + 2)
      sides[0].machine.registers.set(variables[1], base + work + 2)
      jacobian = u
    case .between:
      active = u < 0 ? 0 : 1
      jacobian = placeForScan(u)
    }
    return relativeLogDensity() + jacobian
  }

  /// Makes the value at a coordinate the zero of `logDensity(_:)`.
  func recenter(at u: Double) {
    _ = logDensity(u)
    let side = sides[active]
    let value = side.machine.registers.real(side.machine.tape.outputSlots[0])
    guard value.isFinite else { return }
    for other in sides { other.machine.registers.set(other.scratch + reference, value) }
  }

  /// Places the node between the ends and returns the logarithm of the derivative, up to a constant.
  private func placeForScan(_ u: Double) -> Double {
    let side = sides[active]
    let (base, ratio) = (side.scratch, side.scratch + work)
    side.machine.registers.set(base + length, side.machine.tape.outputSlots[entryCount])
    side.machine.registers.set(ratio, -u.magnitude)
    side.machine.registers.exp(ratio, ratio)
    side.machine.registers.add(base + work + 1, ratio, integer: 1)
    side.machine.registers.divide(ratio, ratio, base + work + 1)
    side.machine.registers.multiply(side.machine.tape.variableSlots[0], base + length, ratio)
    let growth = side.machine.registers.double(base + work + 1)
    return -u.magnitude - 2 * growth.naturalLogarithm
  }

  private func relativeLogDensity() -> Double {
    let side = sides[active]
    side.machine.run(level: 1, firstOutputOnly: true)
    let value = side.machine.tape.outputSlots[0]
    side.machine.registers.subtract(side.scratch + work, value, side.scratch + reference)
    return side.machine.registers.double(side.scratch + work)
  }
}
