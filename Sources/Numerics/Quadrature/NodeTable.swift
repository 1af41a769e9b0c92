internal import Multiprecision

/// The part of the nodes of a rule that depends on neither integrand nor parameters, computed once for each precision.
final class NodeTable {
  /// The stretched and scaled coordinate of a node.
  struct Node {
    /// `w phi(t)`
    let coordinate: Real
    /// `w phi'(t)`
    let derivative: Real
    /// `exp(w phi(t))`
    let exponential: Real
  }

  /// What a table depends on; the width is a power of two.
  struct Key: Hashable {
    let stretch: Stretch
    let widthExponent: Int
    let precision: Int
  }

  private let key: Key
  private var nodes: [Double: Node] = [:]
  private var registers: Registers

  init(_ key: Key) {
    self.key = key
    registers = Registers(count: 5, precision: key.precision)
  }

  /// The node at `t`.
  func node(_ t: Double) -> Node {
    if let known = nodes[t] { return known }
    let (coordinate, derivative, exponential) = (2, 3, 4)
    stretch(t, coordinate, derivative)
    registers.multiplyByPowerOfTwo(coordinate, coordinate, key.widthExponent)
    registers.multiplyByPowerOfTwo(derivative, derivative, key.widthExponent)
    registers.exp(exponential, coordinate)
    let made = Node(
      coordinate: registers.real(coordinate), derivative: registers.real(derivative),
      exponential: registers.real(exponential))
    nodes[t] = made
    return made
  }

  /// Stores `phi(t)` and `phi'(t)`.
  private func stretch(_ t: Double, _ value: Int, _ derivative: Int) {
    registers.set(0, t)
    switch key.stretch {
    case .none:
      registers.set(value, 0)
      registers.set(derivative, integer: 1)
    case .both:
      registers.sinhCosh(sine: value, cosine: derivative, 0)
    case .below, .above:
      let side = key.stretch == .below ? -1 : 1
      registers.multiply(1, 0, integer: side)
      registers.exp(1, 1)
      registers.add(derivative, 1, integer: 1)
      registers.multiplyByPowerOfTwo(derivative, derivative, -1)
      registers.subtract(value, 1, integer: 1)
      registers.multiply(value, value, integer: side)
      registers.add(value, value, 0)
      registers.multiplyByPowerOfTwo(value, value, -1)
    }
  }
}

/// The node tables of one problem, shared by its parameter points.
final class NodeTables {
  private var tables: [NodeTable.Key: NodeTable] = [:]

  func table(_ key: NodeTable.Key) -> NodeTable {
    if let known = tables[key] { return known }
    let made = NodeTable(key)
    tables[key] = made
    return made
  }
}
