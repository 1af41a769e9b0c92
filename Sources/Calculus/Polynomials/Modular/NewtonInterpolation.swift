/// Many polynomials of one variable at once, from their values at the same points.
struct NewtonInterpolation {
  private let field: PrimeField
  private let count: Int
  private var points: [UInt64] = []
  /// The divided differences: for each point one for every polynomial.
  private var differences: [[UInt64]] = []

  /// Prepares so many polynomials.
  init(count: Int, over field: PrimeField) {
    self.count = count
    self.field = field
  }

  var pointCount: Int { points.count }

  func contains(_ point: UInt64) -> Bool { points.contains(point) }

  /// Adds a value for each polynomial at a new point; says whether they differed from what was expected.
  @discardableResult
  mutating func add(_ values: [UInt64], at point: UInt64) -> Bool {
    var next = values
    var expected = [UInt64](repeating: 0, count: count)
    var product = field.one
    for (known, row) in zip(points, differences) {
      for k in 0..<count { expected[k] = field.add(expected[k], field.multiply(product, row[k])) }
      product = field.multiply(product, field.subtract(point, known))
    }
    let inverse = field.inverse(product)
    var isNew = false
    for k in 0..<count {
      next[k] = field.multiply(field.subtract(values[k], expected[k]), inverse)
      if next[k] != 0 { isNew = true }
    }
    if isNew || points.isEmpty {
      points.append(point)
      differences.append(next)
    }
    return isNew
  }

  /// The coefficients of the powers: for each power one for every polynomial.
  func coefficients() -> [[UInt64]] {
    var result: [[UInt64]] = []
    for (point, row) in zip(points, differences).reversed() {
      // result * (z - point) + row
      result.insert([UInt64](repeating: 0, count: count), at: 0)
      for power in 0..<(result.count - 1) {
        for k in 0..<count {
          result[power][k] = field.subtract(result[power][k], field.multiply(result[power + 1][k], point))
        }
      }
      for k in 0..<count { result[0][k] = field.add(result[0][k], row[k]) }
    }
    return result
  }
}
