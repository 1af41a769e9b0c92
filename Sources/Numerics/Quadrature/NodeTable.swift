internal import Multiprecision

/// The part of the nodes of a rule that depends on neither integrand nor parameters, computed once for each precision.
final class NodeTable {
  /// The stretched and scaled coordinate of a node.
  struct Node {
    /// `w phi(t)`
    let coordinate: Real
    /// `w phi'(t)`
    let derivative: Real
    /// `exp(w phi(t))` in tables of exponentials, otherwise the derivative again.
    let exponential: Real
    /// The node as part of an interval, in tables for these.
    let part: Part?
  }

  /// A node of an interval of length 1.
  struct Part {
    /// Whether it lies nearer to the upper end.
    let isUpper: Bool
    /// The distance from the nearer end, `f = y/(1 + y)` for the ratio y of the distances, and from the other.
    let distance: Real
    let rest: Real
    /// The distance's derivative.
    let slope: Real
    /// The logarithms of both distances, in tables with logarithms.
    let logarithm: Real?
    let restLogarithm: Real?
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

  private let key: Key
  private var nodes: [Double: Node] = [:]
  private var registers: Registers
  /// Holds `exp(t)` of the last node and `exp` of the last stride, with bits to spare: walking along nodes at equal
  /// distances takes a multiplication for each, not an exponential.
  private var powers: Registers
  private var lastParameter = Double.nan
  private var lastStride = Double.nan

  init(_ key: Key) {
    self.key = key
    registers = Registers(count: 9, precision: key.precision)
    powers = Registers(count: 4, precision: key.precision + 32)
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
    if key.content == .exponential { registers.exp(exponential, coordinate) }
    let slope = registers.real(derivative)
    let made = Node(
      coordinate: registers.real(coordinate), derivative: slope,
      exponential: key.content == .exponential ? registers.real(exponential) : slope,
      part: part(coordinate, derivative))
    nodes[t] = made
    return made
  }

  /// The node as a part of an interval.
  private func part(_ coordinate: Int, _ derivative: Int) -> Part? {
    guard case .part(let shift, let hasLogarithms) = key.content else { return nil }
    let (ratio, whole, distance, rest) = (4, 5, 6, 7)
    registers.set(whole, Double(shift) * key.width.value / 8)
    registers.add(coordinate, coordinate, whole)
    let isUpper = registers.sign(coordinate) >= 0
    if isUpper { registers.negate(coordinate, coordinate) }
    registers.exp(ratio, coordinate)
    registers.add(whole, ratio, integer: 1)
    registers.divide(distance, ratio, whole)
    registers.divide(rest, integer: 1, whole)
    var logarithms: (Real, Real)?
    if hasLogarithms {
      registers.log1p(ratio, ratio)
      registers.negate(ratio, ratio)
      registers.add(whole, coordinate, ratio)
      logarithms = (registers.real(whole), registers.real(ratio))
    }
    registers.multiply(derivative, derivative, distance)
    registers.multiply(derivative, derivative, rest)
    return Part(
      isUpper: isUpper, distance: registers.real(distance), rest: registers.real(rest),
      slope: registers.real(derivative), logarithm: logarithms?.0, restLogarithm: logarithms?.1)
  }

  /// Stores `phi(t)` and `phi'(t)`.
  private func stretch(_ t: Double, _ value: Int, _ derivative: Int) {
    switch key.stretch {
    case .none:
      registers.set(value, t)
      registers.set(derivative, integer: 1)
    case .both:
      exponential(of: t)
      powers.divide(1, integer: 1, 0)
      // Near 0 the difference would lose digits.
      if t.magnitude < 0.25 {
        registers.set(0, t)
        registers.sinhCosh(sine: value, cosine: derivative, 0)
        return
      }
      powers.subtract(2, 0, 1)
      powers.add(1, 0, 1)
      registers.set(value, from: powers, 2)
      registers.set(derivative, from: powers, 1)
      registers.multiplyByPowerOfTwo(value, value, -1)
      registers.multiplyByPowerOfTwo(derivative, derivative, -1)
    case .below, .above:
      let side = key.stretch == .below ? -1 : 1
      exponential(of: Double(side) * t)
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

  /// Stores `exp(t)` into the first register of `powers`.
  private func exponential(of t: Double) {
    let stride = t - lastParameter
    if stride != lastStride {
      powers.set(1, t)
      powers.exp(0, 1)
    } else {
      if !isStrideReady {
        powers.set(1, stride)
        powers.exp(3, 1)
        isStrideReady = true
      }
      powers.multiply(0, 0, 3)
    }
    isStrideReady = isStrideReady && stride == lastStride
    lastStride = stride
    lastParameter = t
  }

  private var isStrideReady = false
}

/// The node tables of one evaluation.
final class NodeTables {
  private var tables: [NodeTable.Key: NodeTable] = [:]

  func table(_ key: NodeTable.Key) -> NodeTable {
    if let known = tables[key] { return known }
    let made = NodeTable(key)
    tables[key] = made
    return made
  }
}
