internal import Multiprecision

/// The part of the nodes of a rule that depends on neither integrand nor parameters, computed once for each precision.
///
/// Its numbers depend on nothing but the key and the node, not on the order in which nodes are asked for, so that a table can
/// pass from one evaluation to the next, and between threads. Unchecked because only one evaluation has it at a time.
final class NodeTable: @unchecked Sendable {
  /// A node: where its numbers are kept.
  struct Node {
    fileprivate let shelf: Shelf
    fileprivate let first: Int
    /// For a part of an interval, whether it lies nearer to the upper end.
    let isUpper: Bool

    /// The stretched and scaled coordinate `w phi(t)`.
    var coordinate: Real { shelf.registers.real(first) }
    /// `w phi'(t)`.
    var derivative: Real { shelf.registers.real(first + Number.derivative.rawValue) }

    /// Copies a number to a register.
    func fetch(_ number: Number, to desk: inout Registers, _ register: Int) {
      desk.set(register, from: shelf.registers, first + number.rawValue)
    }
  }

  /// The numbers of a node.
  enum Number: Int, CaseIterable {
    /// `w phi(t)`
    case coordinate
    /// `w phi'(t)`
    case derivative
    /// `exp(w phi(t))`, in tables of exponentials.
    case exponential
    /// In tables of parts of an interval of length 1: the distance from the nearer end, `y/(1 + y)` for the ratio y of the
    /// distances, and from the other.
    case distance
    case rest
    /// The distance's derivative.
    case slope
    /// The logarithms of both distances, in tables with logarithms.
    case logarithm
    case restLogarithm
  }

  /// The numbers of many nodes.
  fileprivate final class Shelf {
    @exclusivity(unchecked) var registers: Registers

    static let nodeCount = 64

    init(precision: Int) {
      registers = Registers(count: Self.nodeCount * Number.allCases.count, precision: precision)
    }
  }

  /// What is computed of a node besides its coordinate.
  enum Content: Hashable {
    case coordinate, exponential
    /// Parts of an interval whose ratio of distances is shifted by so many eighths of the width.
    case part(shift: Int, hasLogarithms: Bool)
  }

  /// What a table depends on.
  struct Key: Hashable {
    let stretch: Stretch
    let width: RoundWidth
    let precision: Int
    let content: Content
  }

  let key: Key
  private var nodes: [Double: Node] = [:]
  private var shelf: Shelf?
  private var registers: Registers
  /// Holds `exp(t)` and its inverse, with bits to spare.
  private var powers: Registers
  private let exponentials: NodeExponentials

  init(_ key: Key) {
    self.key = key
    registers = Registers(count: 9, precision: key.precision)
    powers = Registers(count: 3, precision: key.precision + 32)
    exponentials = NodeExponentials(precision: key.precision + 32)
  }

  /// The bytes that its numbers take, roughly.
  var byteCount: Int {
    let number = (key.precision + 63) / 64 * 8 + 32
    return (nodes.count / Shelf.nodeCount + 1) * Shelf.nodeCount * Number.allCases.count * number
  }

  /// The node at `t`.
  func node(_ t: Double) -> Node {
    if let known = nodes[t] { return known }
    let (coordinate, derivative, exponential) = (2, 3, 4)
    stretch(t, coordinate, derivative)
    registers.multiply(coordinate, coordinate, integer: key.width.numerator)
    registers.multiply(derivative, derivative, integer: key.width.numerator)
    registers.multiplyByPowerOfTwo(coordinate, coordinate, key.width.exponent)
    registers.multiplyByPowerOfTwo(derivative, derivative, key.width.exponent)
    let place = nodes.count % Shelf.nodeCount
    let shelf = place == 0 ? Shelf(precision: key.precision) : shelf ?? Shelf(precision: key.precision)
    self.shelf = shelf
    let first = place * Number.allCases.count
    func store(_ number: Number, _ register: Int) {
      shelf.registers.set(first + number.rawValue, from: registers, register)
    }
    store(.coordinate, coordinate)
    store(.derivative, derivative)
    if key.content == .exponential {
      registers.exp(exponential, coordinate)
      store(.exponential, exponential)
    }
    let isUpper = storePart(coordinate, derivative, store)
    let made = Node(shelf: shelf, first: first, isUpper: isUpper)
    nodes[t] = made
    return made
  }

  /// Stores a node as a part of an interval; returns whether it lies nearer to the upper end.
  private func storePart(_ coordinate: Int, _ derivative: Int, _ store: (Number, Int) -> Void) -> Bool {
    guard case .part(let shift, let hasLogarithms) = key.content else { return false }
    let (ratio, whole, distance, rest) = (4, 5, 6, 7)
    registers.set(whole, Double(shift) * key.width.value / 8)
    registers.add(coordinate, coordinate, whole)
    let isUpper = registers.sign(coordinate) >= 0
    if isUpper { registers.negate(coordinate, coordinate) }
    registers.exp(ratio, coordinate)
    registers.add(whole, ratio, integer: 1)
    registers.divide(distance, ratio, whole)
    registers.divide(rest, integer: 1, whole)
    store(.distance, distance)
    store(.rest, rest)
    if hasLogarithms {
      registers.log1p(ratio, ratio)
      registers.negate(ratio, ratio)
      registers.add(whole, coordinate, ratio)
      store(.logarithm, whole)
      store(.restLogarithm, ratio)
    }
    registers.multiply(derivative, derivative, distance)
    registers.multiply(derivative, derivative, rest)
    store(.slope, derivative)
    return isUpper
  }

  /// Stores `phi(t)` and `phi'(t)`.
  private func stretch(_ t: Double, _ value: Int, _ derivative: Int) {
    switch key.stretch {
    case .none:
      registers.set(value, t)
      registers.set(derivative, integer: 1)
    case .both:
      // Near 0 the difference would lose digits.
      if t.magnitude < 0.25 {
        registers.set(0, t)
        registers.sinhCosh(sine: value, cosine: derivative, 0)
        return
      }
      exponentials.store(t, into: &powers, 0)
      powers.divide(1, integer: 1, 0)
      powers.subtract(2, 0, 1)
      powers.add(1, 0, 1)
      registers.set(value, from: powers, 2)
      registers.set(derivative, from: powers, 1)
      registers.multiplyByPowerOfTwo(value, value, -1)
      registers.multiplyByPowerOfTwo(derivative, derivative, -1)
    case .below, .above:
      let side = key.stretch == .below ? -1 : 1
      exponentials.store(Double(side) * t, into: &powers, 0)
      registers.set(1, from: powers, 0)
      registers.set(0, t)
      registers.add(derivative, 1, integer: 1)
      registers.multiplyByPowerOfTwo(derivative, derivative, -1)
      registers.subtract(value, 1, integer: 1)
      registers.multiply(value, value, integer: side)
      registers.add(value, value, 0)
      registers.multiplyByPowerOfTwo(value, value, -1)
    }
  }
}
