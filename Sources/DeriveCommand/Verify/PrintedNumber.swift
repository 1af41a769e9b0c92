import Multiprecision

/// A decimal number as a report prints it: a value, and the unit in its last place.
struct PrintedNumber {
  /// The value; 0 for a bound such as `< 1e-50`.
  let value: Real
  /// How far the value may be off: one unit in the last place, the bound, or nothing for an exact 0.
  let resolution: Real
  /// The decimal exponent of the last place that is known; nil for an exact 0 and for infinities.
  private let lastPlace: Int?

  /// More bits than any printed digit needs here.
  private static let precision = 4096

  /// Reads the text; nil for what is no number.
  init?(_ text: String) {
    if text.hasPrefix("<") {
      guard let bound = Real(String(text.dropFirst().drop { $0 == " " }), precision: Self.precision), bound.isFinite
      else { return nil }
      // The bound itself may stand for a number just below a power of ten.
      (value, resolution, lastPlace) = (.zero, bound, (bound + bound).exponent10)
      return
    }
    guard let value = Real(text, precision: Self.precision), !value.isNaN else { return nil }
    self.value = value
    guard value.isFinite, !value.isZero else {
      (resolution, lastPlace) = (.zero, nil)
      return
    }
    let parts = text.split(separator: "e", maxSplits: 1)
    let decimals = parts[0].split(separator: ".", maxSplits: 1).dropFirst().first?.count ?? 0
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    lastPlace = exponent - decimals
    resolution = Real("1e\(exponent - decimals)", precision: Self.precision) ?? .zero
  }

  /// How a printed number compares with a value.
  enum Comparison: Equatable {
    /// They are as close as the print tells, which shows a number of significant digits of the scale.
    case agrees(digits: Int)
    /// They are further apart than the print allows.
    case differs
  }

  /// Compares with a value, relative to a scale and to no more than `digits` digits.
  func compared(with other: Real, scale: Real, digits: Int) -> Comparison {
    guard value.isFinite, other.isFinite else {
      let isSame = value.isInfinite && other.isInfinite && value.isNegative == other.isNegative
      return isSame ? .agrees(digits: digits) : .differs
    }
    let unit = Real("1e-\(digits)", precision: Self.precision) ?? .zero
    let tolerance = max(resolution + resolution, unit * (scale.isZero ? .one : scale))
    guard (value - other).magnitude <= tolerance else { return .differs }
    guard let lastPlace, !scale.isZero else { return .agrees(digits: digits) }
    return .agrees(digits: max(0, min(digits, scale.exponent10 - lastPlace + 1)))
  }

  /// The scale of an entry of a matrix: the larger of its size and the geometric mean of the diagonal entries.
  static func scale(_ entry: Real, _ row: Real, _ column: Real) -> Real {
    max(entry.magnitude, (row.magnitude * column.magnitude).squareRoot)
  }
}
