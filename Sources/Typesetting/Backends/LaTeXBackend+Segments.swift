extension LaTeXBackend: SegmentedBackend {
  var multiplicationSign: String { #"\times "# }

  var divisionSign: String { #"\big/"# }

  func delimiters(_ fence: MathBox.Fence, isTall: Bool) -> (left: String, right: String) {
    let (left, right) = fence.latex
    return isTall ? (#"\biggl"# + left, #"\biggr"# + right) : (#"\bigl"# + left, #"\bigr"# + right)
  }

  func raised(_ delimiter: String, by exponent: MathBox) -> String { delimiter + "^{\(text(exponent))}" }
}
