/// The coefficients of a sum with known monomials from its values at consecutive powers of a point.
///
/// Solves Σ_j a_j m_j^i = c_i for i = 1 … t in O(t²) steps (Zippel 1990; Press et al., Numerical Recipes, 2.8).
struct VandermondeSystem {
  private let nodes: [UInt64]
  /// Π (z - m_j), lowest power first.
  private let master: [UInt64]
  /// 1 / (m_j Π_{k≠j} (m_j - m_k)).
  private let weights: [UInt64]
  private let field: PrimeField

  /// Prepares the solution for distinct values of the monomials, none of them 0.
  init(nodes: [UInt64], over field: PrimeField) {
    self.nodes = nodes
    self.field = field
    var product = [field.one]
    for node in nodes {
      product.append(field.one)
      for k in stride(from: product.count - 2, through: 0, by: -1) {
        product[k] = field.subtract(k > 0 ? product[k - 1] : 0, field.multiply(product[k], node))
      }
    }
    master = product
    weights = nodes.map { node in
      // The derivative of the product at its zero.
      var slope: UInt64 = 0
      var value: UInt64 = 0
      for coefficient in product.reversed() {
        slope = field.add(field.multiply(slope, node), value)
        value = field.add(field.multiply(value, node), coefficient)
      }
      return field.inverse(field.multiply(node, slope))
    }
  }

  /// The coefficients for the first values; more values than unknowns are allowed and left to `predicts`.
  func solution(_ values: [UInt64]) -> [UInt64] {
    let count = nodes.count
    return nodes.indices.map { j in
      // Synthetic division of the product by z - m_j gives the coefficients from the top.
      var quotient: UInt64 = 0
      var sum: UInt64 = 0
      for k in stride(from: count, to: 0, by: -1) {
        quotient = field.add(field.multiply(quotient, nodes[j]), master[k])
        sum = field.add(sum, field.multiply(quotient, values[k - 1]))
      }
      return field.multiply(sum, weights[j])
    }
  }

  /// Whether coefficients give the value at the power `exponent`.
  func predicts(_ value: UInt64, at exponent: Int, _ coefficients: [UInt64]) -> Bool {
    var sum: UInt64 = 0
    for (node, coefficient) in zip(nodes, coefficients) {
      sum = field.add(sum, field.multiply(coefficient, field.power(node, UInt64(exponent))))
    }
    return sum == value
  }
}
