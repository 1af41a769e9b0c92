internal import Multiprecision

/// The packing of exponents into words: four variables a word, sixteen bits each, the first variable highest.
///
/// Words compare like exponents in lexicographic order, add when monomials multiply, and the top bit of each field stays
/// free so that a failed division shows in it.
enum MonomialLayout {
  /// The largest exponent that a field holds.
  static let largestExponent = 0x7fff
  /// The top bits of the four fields of a word.
  static let guards: UInt64 = 0x8000_8000_8000_8000

  static func width(_ variableCount: Int) -> Int { (variableCount + 3) >> 2 }

  static func shift(_ position: Int) -> UInt64 { UInt64(48 - 16 * (position & 3)) }

  static func exponent(_ word: UInt64, _ position: Int) -> Int { Int((word >> shift(position)) & 0xffff) }

  /// Whether each exponent of `a` is at least that of `b`.
  static func divides(_ b: UInt64, _ a: UInt64) -> Bool { ((a | guards) &- b) & guards == guards }

  /// The smaller of each pair of exponents.
  static func minimum(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var result: UInt64 = 0
    for position in 0..<4 {
      let field: UInt64 = 0xffff << shift(position)
      result |= min(a & field, b & field)
    }
    return result
  }

  /// The larger of each pair of exponents.
  static func maximum(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var result: UInt64 = 0
    for position in 0..<4 {
      let field: UInt64 = 0xffff << shift(position)
      result |= max(a & field, b & field)
    }
    return result
  }
}

extension Polynomial {
  /// The monomials rewritten for a larger list of variables that contains all of `variables`.
  func monomials(for target: [Int32]) -> [UInt64] {
    if target == variables { return monomials }
    let newWidth = MonomialLayout.width(target.count)
    var places: [Int] = []
    places.reserveCapacity(variables.count)
    var j = 0
    for variable in variables {
      while target[j] != variable { j += 1 }
      places.append(j)
    }
    var result = [UInt64](repeating: 0, count: newWidth * termCount)
    let oldWidth = width
    for term in 0..<termCount {
      for (i, place) in places.enumerated() {
        let word = monomials[term * oldWidth + i >> 2]
        let exponent = UInt64(MonomialLayout.exponent(word, i))
        result[term * newWidth + place >> 2] |= exponent << MonomialLayout.shift(place)
      }
    }
    return result
  }

  /// A polynomial from ordered terms over a list of variables of which some may not occur.
  static func pruned(_ variables: [Int32], _ monomials: [UInt64], _ coefficients: [Integer]) -> Polynomial {
    let width = MonomialLayout.width(variables.count)
    var used = [UInt64](repeating: 0, count: width)
    if width == 1 {
      var all: UInt64 = 0
      for word in monomials { all |= word }
      used[0] = all
    } else {
      for i in monomials.indices { used[i % width] |= monomials[i] }
    }
    var kept: [Int] = []
    for position in variables.indices where MonomialLayout.exponent(used[position >> 2], position) != 0 {
      kept.append(position)
    }
    if kept.count == variables.count {
      return Polynomial(variables: variables, monomials: monomials, coefficients: coefficients)
    }
    let newWidth = MonomialLayout.width(kept.count)
    var result = [UInt64](repeating: 0, count: newWidth * coefficients.count)
    for term in coefficients.indices {
      for (place, position) in kept.enumerated() {
        let exponent = UInt64(MonomialLayout.exponent(monomials[term * width + position >> 2], position))
        result[term * newWidth + place >> 2] |= exponent << MonomialLayout.shift(place)
      }
    }
    return Polynomial(variables: kept.map { variables[$0] }, monomials: result, coefficients: coefficients)
  }

  /// The union of two ascending lists of variables.
  static func union(_ a: [Int32], _ b: [Int32]) -> [Int32] {
    if a == b { return a }
    var result: [Int32] = []
    result.reserveCapacity(a.count + b.count)
    var i = 0
    var j = 0
    while i < a.count || j < b.count {
      if j == b.count || (i < a.count && a[i] < b[j]) {
        result.append(a[i])
        i += 1
      } else {
        if i < a.count, a[i] == b[j] { i += 1 }
        result.append(b[j])
        j += 1
      }
    }
    return result
  }
}
