extension MathMLBackend: SegmentedBackend {
  var multiplicationSign: String { #"<mo form="infix">×</mo>"# }

  var divisionSign: String { "<mo>/</mo>" }

  static func adjoined(_ left: String, _ right: String) -> String { left + right }

  /// A sign that is seen where two numbers would run together, and a blank beside names of several letters.
  func join(_ left: MathBox, _ right: MathBox) -> String {
    switch (left.trailingEdge, right.leadingEdge) {
    case (_, .digit): text(.sign(.centredDot))
    case (.word, _), (.call, _), (_, .word), (_, .call): text(.sign(.invisibleTimes)) + Self.thinSpace
    default: text(.sign(.invisibleTimes))
    }
  }

  func delimiters(_ fence: MathBox.Fence, isTall: Bool) -> (left: String, right: String) {
    let (left, right) = fence.unicode
    let size = isTall ? "" : #" stretchy="false""#
    return (#"<mo form="prefix"\#(size)>\#(left)</mo>"#, #"<mo form="postfix"\#(size)>\#(right)</mo>"#)
  }

  func raised(_ delimiter: String, by exponent: MathBox) -> String { "<msup>\(delimiter)\(text(exponent))</msup>" }
}
