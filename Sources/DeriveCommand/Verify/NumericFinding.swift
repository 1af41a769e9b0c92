/// What the comparison of numbers came to, over all points.
enum NumericFinding: Equatable {
  /// All agree, to at least a number of digits at a number of points.
  case agrees(digits: Int, points: Int)
  /// Two numbers differ, described for a reader.
  case differs(String)
  /// There was nothing to compare, or too few digits.
  case none

  /// Agreement on fewer digits proves little.
  static let fewestDigits = 10

  /// The finding in a table.
  var text: String {
    switch self {
    case .agrees(let digits, let points): "\(digits) digits at \(points) \(points == 1 ? "point" : "points")"
    case .differs: "differs"
    case .none: "no numbers"
    }
  }

  /// Joins the comparison at one more point.
  func joined(with other: NumericFinding) -> NumericFinding {
    switch (self, other) {
    case (.differs, _): self
    case (_, .differs): other
    case (.none, _): other
    case (_, .none): self
    case (.agrees(let a, let m), .agrees(let b, let n)): .agrees(digits: min(a, b), points: m + n)
    }
  }
}
