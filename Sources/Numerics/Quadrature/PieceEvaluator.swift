internal import Multiprecision

/// Evaluates density and integrands at nodes of one piece, for one parameter point at one precision.
final class PieceEvaluator {
  let program: PieceProgram
  /// One for each end of the program.
  let sides: [any NodeSums]
  let precision: Int
  var map = CoordinateMap()
  /// The landmark from which scans measure a whole line; nil for 0.
  var origin: Int?
  /// The peak that a scan found last, and its width: where to look first when an outer variable has moved.
  var lastPeak: (center: Double, width: Double)?
  /// Whether a finite piece has the length 1, for which the tables are made.
  private var hasUnitLength = false
  /// The length of a finite piece, once a scan has asked for it.
  var roughLength: Double?
  private let tables: NodeTables
  private var table: NodeTable
  private var frame: Machine
  // Read while the sides work, never changed by them.
  @exclusivity(unchecked) var desk: Registers

  /// The registers of the desk, on which nodes are placed.
  enum Place {
    static let variable = 0
    static let logarithm = 1
    static let factor = 2
    static let offset = 3
    static let scale = 4
    static let logScale = 5
    static let length = 6
    static let logLength = 7
    static let work = 8
    static let other = 9
    static let rest = 10
    static let restLogarithm = 11
    static let count = 12
  }

  init(_ program: PieceProgram, _ setting: NumericSetting, precision: Int, outer: borrowing OuterValues) throws {
    self.program = program
    self.precision = precision
    tables = setting.tables
    desk = Registers(count: Place.count, precision: precision)
    table = tables.table(Self.key(map, program, precision))
    frame = Machine(program.frame, precision: precision)
    var sums: [any NodeSums] = []
    for side in program.sides { sums.append(try side.sums(setting, precision: precision, outer: outer)) }
    sides = sums
    frame.bind(parameters: setting.parameters)
    outer.place { frame.set(level: $0, from: $1, $2) }
  }

  var shape: PieceProgram.Shape { program.shape }

  var entryCount: Int { sides[0].entryCount }

  /// Gives a variable before the piece's own its value.
  func setVariable(level: Int, from desk: borrowing Registers, _ node: NodeValue) {
    frame.set(level: level, from: desk, node)
    roughLength = nil
    for side in sides { side.setVariable(level: level, from: desk, node) }
  }

  /// What matters elsewhere, for each entry; see `NodeSums`.
  var floors: [Int] {
    get { sides[0].floors }
    set { for side in sides { side.floors = newValue } }
  }

  /// The length of a finite piece; not positive if its bounds are out of order.
  var pieceLength: Real? { shape == .between ? frame.output(0) : nil }

  /// Where the density may have features, in the coordinate of `logDensity(_:)`.
  var landmarks: [Double] {
    let first = shape == .between ? 1 : 0
    let length = pieceLength?.doubleValue ?? 0
    let zero = originValue(origin)
    return (first..<first + program.landmarkCount).compactMap { output in
      let v = (frame.output(output) - zero).doubleValue
      let u =
        switch shape {
        case .line: v
        case .aboveLower, .belowUpper: v.naturalLogarithm
        case .between: (v / (length - v)).naturalLogarithm
        }
      return u.isFinite ? u : nil
    }
  }

  /// The value of the landmark that a whole line is measured from; 0 for none.
  func originValue(_ origin: Int?) -> Real { origin.map { frame.output($0) } ?? Real.zero }

  /// How many of its widths the centre of a map of a whole line is away from 0.
  func distance(of map: CoordinateMap) -> Double {
    (originValue(map.origin).doubleValue + map.center).magnitude / map.width.value
  }

  /// The landmark nearest to a coordinate that is far from the origin, if it is much nearer than the origin.
  func landmark(near u: Double) -> Int? {
    let distances = (0..<program.landmarkCount).map { (frame.output($0).doubleValue - u).magnitude }
    let nearest = distances.indices.min { distances[$0] < distances[$1] }
    return nearest.flatMap { distances[$0] < u.magnitude / 2 ? $0 : nil }
  }

  /// The largest magnitude of the variables before; 0 if there are none.
  var largestOuter: Double {
    let first = (shape == .between ? 1 : 0) + program.landmarkCount
    return (first..<program.frame.outputCount).reduce(0) { max($0, frame.output($1).doubleValue.magnitude) }
  }

  /// Chooses the map of the nodes and sets all sums to 0.
  func use(_ map: CoordinateMap) {
    self.map = map
    table = tables.table(Self.key(map, program, precision))
    desk.set(Place.offset, map.center)
    if map.origin != nil {
      desk.set(Place.work, originValue(map.origin))
      desk.add(Place.offset, Place.offset, Place.work)
    }
    desk.set(Place.scale, map.scale)
    desk.log(Place.logScale, Place.scale)
    placeLength()
    for side in sides { side.reset() }
  }

  private static func key(_ map: CoordinateMap, _ program: PieceProgram, _ precision: Int) -> NodeTable.Key {
    let content: NodeTable.Content =
      switch program.shape {
      case .line: map.isAlgebraic ? .exponential : .coordinate
      case .aboveLower, .belowUpper: .exponential
      case .between: .part(shift: map.shift, hasLogarithms: program.needsLogarithms)
      }
    return NodeTable.Key(stretch: map.stretch, width: map.width, precision: precision, content: content)
  }

  /// The side at which the last node was placed.
  var active = 0

  /// Adds the node at `t` to the sums; returns the entry that is not finite, if any.
  func add(_ t: Double) throws -> NonFinite? {
    place(t)
    return try sides[active].add(from: desk, factor: Place.factor)
  }

  /// The weighted values of all entries at the node.
  func terms(_ t: Double) throws -> [Real] {
    place(t)
    return try sides[active].terms(from: desk, factor: Place.factor)
  }

  /// The node at `t`, with the coordinate's derivative.
  func node(_ t: Double) -> NodeTable.Node { table.node(t) }

  /// The value of the variable that stands for the piece's own at the last node, for messages.
  var lastPosition: String { desk.real(Place.variable).description(digits: 6) }

  /// The largest exponent of an entry's contributions so far, here or elsewhere.
  func peakExponent(_ entry: Int) -> Int {
    sides.count == 1 ? sides[0].peakExponent(entry) : max(sides[0].peakExponent(entry), sides[1].peakExponent(entry))
  }

  /// Forgets how large an entry's contributions were.
  func forgetPeak(_ entry: Int) {
    for side in sides { side.forgetPeak(entry) }
  }

  /// The exponent of an entry's contribution at the last node.
  func lastExponent(_ entry: Int) -> Int { sides[active].lastExponent(entry) }

  /// The sums of an entry's positive and negative contributions.
  func sums(_ entry: Int) -> (positive: Real, negative: Real) {
    let first = sides[0].sums(entry)
    guard sides.count == 2 else { return first }
    let second = sides[1].sums(entry)
    return (first.positive + second.positive, first.negative + second.negative)
  }

  /// The exponent of a bound for what inner integrals contribute to the error of an entry's sum.
  func errorExponent(_ entry: Int) -> Int {
    let worst = sides.reduce(Int.min) { max($0, $1.errorExponent(entry)) }
    return worst == Int.min || worst == Int.max ? worst : worst + 1
  }

  /// The sign with which some inner integral of an entry diverged, 0 for both; nil if none did.
  func divergence(_ entry: Int) -> Int? {
    let signs = sides.compactMap { $0.divergence(entry) }
    return signs.first.map { first in signs.allSatisfy { $0 == first } ? first : 0 }
  }

  private func place(_ t: Double) {
    if map.periodicNodes > 0 { return placeOnPeriod(t) }
    let node = table.node(t)
    active = 0
    switch shape {
    case .line: placeOnLine(node)
    case .aboveLower, .belowUpper: placeOnHalfLine(node)
    case .between: placeInside(node)
    }
    handOver()
  }

  /// Gives the active side the value of the variable, with what comes with it.
  func handOver() {
    var node = NodeValue(value: Place.variable)
    if shape != .line { node.logarithm = Place.logarithm }
    if shape == .between { (node.rest, node.restLogarithm) = (Place.rest, Place.restLogarithm) }
    sides[active].setVariable(level: program.level, from: desk, node)
  }

  /// Fetches the length of a finite piece.
  func placeLength() {
    guard let length = pieceLength else { return }
    desk.set(Place.length, length)
    desk.log(Place.logLength, Place.length)
    hasUnitLength = desk.isFinite(Place.length) && desk.compare(Place.length, integer: 1) == 0
  }

  private func placeOnLine(_ node: NodeTable.Node) {
    node.fetch(.derivative, to: &desk, Place.factor)
    if map.isAlgebraic {
      // sinh and cosh from the exponential that the table holds.
      node.fetch(.exponential, to: &desk, Place.work)
      desk.divide(Place.other, integer: 1, Place.work)
      desk.subtract(Place.variable, Place.work, Place.other)
      desk.add(Place.work, Place.work, Place.other)
      desk.multiply(Place.factor, Place.factor, Place.work)
      desk.multiply(Place.factor, Place.factor, Place.scale)
      desk.multiplyByPowerOfTwo(Place.factor, Place.factor, -1)
      desk.multiply(Place.variable, Place.variable, Place.scale)
      desk.multiplyByPowerOfTwo(Place.variable, Place.variable, -1)
    } else {
      node.fetch(.coordinate, to: &desk, Place.variable)
    }
    desk.add(Place.variable, Place.variable, Place.offset)
  }

  private func placeOnPeriod(_ t: Double) {
    active = 0
    desk.set(Place.factor, Place.length)
    desk.set(Place.variable, t)
    desk.multiply(Place.variable, Place.variable, Place.length)
    desk.subtract(Place.rest, Place.length, Place.variable)
    handOver()
  }

  private func placeOnHalfLine(_ node: NodeTable.Node) {
    node.fetch(.derivative, to: &desk, Place.factor)
    node.fetch(.exponential, to: &desk, Place.variable)
    desk.multiply(Place.variable, Place.variable, Place.scale)
    desk.multiply(Place.factor, Place.factor, Place.variable)
    node.fetch(.coordinate, to: &desk, Place.logarithm)
    desk.add(Place.logarithm, Place.logarithm, Place.logScale)
  }

  private func placeInside(_ node: NodeTable.Node) {
    active = node.isUpper ? 1 : 0
    node.fetch(.distance, to: &desk, Place.variable)
    node.fetch(.rest, to: &desk, Place.rest)
    node.fetch(.slope, to: &desk, Place.factor)
    if program.needsLogarithms {
      node.fetch(.logarithm, to: &desk, Place.logarithm)
      node.fetch(.restLogarithm, to: &desk, Place.restLogarithm)
    }
    guard !hasUnitLength else { return }
    for place in [Place.variable, Place.rest, Place.factor] { desk.multiply(place, place, Place.length) }
    guard program.needsLogarithms else { return }
    for place in [Place.logarithm, Place.restLogarithm] { desk.add(place, place, Place.logLength) }
  }
}
