/// A stretch of a spelled formula, with how deep in parentheses the line break before it would be.
struct Segment {
  /// The spelled stretch.
  var text: String
  /// How wide it is, in letters.
  var width: Int
  /// 0 for a sign between the terms of the whole formula, more between factors, and more inside parentheses.
  let depth: Int
  /// What is put before the stretch where a line begins with it.
  var lead = ""

  /// How much deeper a break before the sign of a division counts than one between terms.
  static let divisionDepth = 1

  /// How much deeper a break between factors counts: those above the sign of a division belong together.
  static let factorDepth = 2

  /// How much deeper what stands in parentheses counts.
  static let fenceDepth = 3

  /// How much deeper the argument of a call, or an exponent, counts than a parenthesis.
  static let callDepth = 6
}

extension [Segment] {
  /// Adds text that must not be parted from what stands before it.
  mutating func extend(_ text: String, width: Int, joining: (String, String) -> String = { $0 + $1 }) {
    if isEmpty { append(Segment(text: "", width: 0, depth: 0)) }
    self[count - 1].text = joining(self[count - 1].text, text)
    self[count - 1].width += width
  }

  /// Adds segments, the first of which must not be parted from what stands before it.
  mutating func join(_ others: [Segment], joining: (String, String) -> String = { $0 + $1 }) {
    guard let first = others.first else { return }
    if isEmpty {
      self = others
    } else {
      extend(first.text, width: first.width, joining: joining)
      append(contentsOf: others.dropFirst())
    }
  }
}
