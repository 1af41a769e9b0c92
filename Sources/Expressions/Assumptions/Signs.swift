/// The signs that an expression may still have, given what is assumed; `undefined` stands for "no real number".
///
/// A set that leaves out a sign is a proof that the expression never has it; the arithmetic below is that of the signs
/// themselves, so it never leaves out a sign that can occur.
struct Signs: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let negative = Signs(rawValue: 1)
  static let zero = Signs(rawValue: 2)
  static let positive = Signs(rawValue: 4)
  static let undefined = Signs(rawValue: 8)

  static let real: Signs = [.negative, .zero, .positive]
  static let nonnegative: Signs = [.zero, .positive]
  static let nonpositive: Signs = [.negative, .zero]
  static let nonzero: Signs = [.negative, .positive]
  static let all: Signs = [.negative, .zero, .positive, .undefined]

  /// The sign of a number of which -1, 0 or 1 is known.
  init(signum: Int) {
    self = signum < 0 ? .negative : signum == 0 ? .zero : .positive
  }

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The signs of the negated expression.
  var negated: Signs {
    var result = intersection([.zero, .undefined])
    if contains(.negative) { result.insert(.positive) }
    if contains(.positive) { result.insert(.negative) }
    return result
  }

  /// The signs of a sum.
  func adding(_ other: Signs) -> Signs {
    var result = union(other).intersection(.undefined)
    let a = intersection(.real)
    let b = other.intersection(.real)
    if a.isEmpty || b.isEmpty { return result }
    if a.contains(.zero) { result.formUnion(b) }
    if b.contains(.zero) { result.formUnion(a) }
    if a.contains(.positive), b.contains(.positive) { result.insert(.positive) }
    if a.contains(.negative), b.contains(.negative) { result.insert(.negative) }
    let isMixed =
      (a.contains(.positive) && b.contains(.negative)) || (a.contains(.negative) && b.contains(.positive))
    return isMixed ? result.union(.real) : result
  }

  /// The signs of a product.
  func multiplied(by other: Signs) -> Signs {
    var result = union(other).intersection(.undefined)
    let a = intersection(.real)
    let b = other.intersection(.real)
    if a.isEmpty || b.isEmpty { return result }
    if a.contains(.zero) || b.contains(.zero) { result.insert(.zero) }
    if a.contains(.positive) { result.formUnion(b.intersection(.nonzero)) }
    if a.contains(.negative) { result.formUnion(b.intersection(.nonzero).negated) }
    return result
  }

  /// The signs of the power with an integer exponent other than zero.
  func raised(to exponent: Int, isEven: Bool) -> Signs {
    var result = intersection([.positive, .undefined])
    if contains(.negative) { result.insert(isEven ? .positive : .negative) }
    if contains(.zero) { result.insert(exponent > 0 ? .zero : .undefined) }
    return result
  }

  /// Whether a single sign is left.
  var isDecided: Bool { rawValue.nonzeroBitCount == 1 }

  /// Whether a proof of membership in `set` is at hand: yes if every sign left is in it, no if none is.
  func liesIn(_ set: Signs) -> Truth {
    if isEmpty { return .unknown }
    if isSubset(of: set) { return .yes }
    return isDisjoint(with: set) ? .no : .unknown
  }
}
