internal import Multiprecision

/// The values of the variables before one, kept for evaluators that are made later.
struct OuterValues: ~Copyable {
  private var registers: Registers
  private var nodes: [NodeValue]

  init(count: Int, precision: Int) {
    registers = Registers(count: 4 * count, precision: precision)
    nodes = (0..<count).map { NodeValue(value: 4 * $0) }
  }

  /// Some values, and zeros after them.
  init(_ values: borrowing OuterValues, count: Int, precision: Int) {
    self.init(count: count, precision: precision)
    values.place { set(level: $0, from: $1, $2) }
  }

  /// Some values, and whole numbers after them.
  init(_ values: borrowing OuterValues, followedBy numbers: [Int], precision: Int) {
    self.init(values, count: values.count + numbers.count, precision: precision)
    for (position, number) in numbers.enumerated() {
      registers.set(4 * (values.count + position), integer: number)
    }
  }

  /// Whole numbers.
  init(_ numbers: [Int], precision: Int) {
    self.init(OuterValues(count: 0, precision: precision), followedBy: numbers, precision: precision)
  }

  var count: Int { nodes.count }

  mutating func set(level: Int, from desk: borrowing Registers, _ node: NodeValue) {
    let first = 4 * (level - 1)
    var own = NodeValue(value: first)
    registers.set(first, from: desk, node.value)
    if let logarithm = node.logarithm {
      registers.set(first + 1, from: desk, logarithm)
      own.logarithm = first + 1
    }
    if let rest = node.rest {
      registers.set(first + 2, from: desk, rest)
      own.rest = first + 2
    }
    if let logarithm = node.restLogarithm {
      registers.set(first + 3, from: desk, logarithm)
      own.restLogarithm = first + 3
    }
    nodes[level - 1] = own
  }

  /// Hands each value, with its level, to `body`.
  func place(_ body: (_ level: Int, _ desk: borrowing Registers, _ node: NodeValue) -> Void) {
    for level in 1..<(count + 1) { body(level, registers, nodes[level - 1]) }
  }
}
