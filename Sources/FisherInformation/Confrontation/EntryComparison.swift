internal import Multiprecision
internal import Numerics

/// What one comparison of two numbers says.
enum EntryComparison: Equatable {
  /// Equal to this many digits, as many as could be expected.
  case agrees(digits: Int)
  /// Different beyond the error of either.
  case differs
  /// One of the two is not known well enough.
  case unknown

  /// Digits that are allowed for rounding in the last places.
  static let slack = 4
  /// Fewer believed digits than this decide nothing.
  static let minimumDigits = 10

  /// Compares two values of which `believed` digits relative to the scale are trusted.
  init(_ a: Real, _ b: Real, scale: Real, believed: Int, digits: Int) {
    guard a.isFinite, b.isFinite else {
      self = .unknown
      return
    }
    let common = Agreement.digits(a, b, scale: scale, cap: digits)
    if common >= min(believed, digits) - Self.slack {
      self = believed >= Self.minimumDigits ? .agrees(digits: common) : .unknown
    } else {
      self = believed >= Self.minimumDigits ? .differs : .unknown
    }
  }
}
