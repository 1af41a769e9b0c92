/// Spells boxes as LaTeX mathematics; needs amsmath and amssymb.
public struct LaTeXBackend: Sendable {
  /// Creates the backend.
  public init() {}

  /// The box as LaTeX, to stand in math mode.
  public func text(_ box: MathBox) -> String {
    switch box {
    case .number(let digits): digits
    case .name(let name): text(name)
    case .function(let mark): mark.latex
    case .sign(let sign): sign.latex
    case .row(let boxes): row(boxes)
    case .fraction(let upper, let lower): #"\frac{\#(text(upper))}{\#(text(lower))}"#
    case .superscript(.fenced(let fence, let content), let exponent): fenced(fence, content, raised: text(exponent))
    case .superscript(.row(let boxes), let exponent) where isClosed(boxes): closed(boxes, raised: text(exponent))
    case .superscript(let base, let exponent): "\(scripted(base))^{\(text(exponent))}"
    case .subscript(let base, let index): "\(scripted(base))_{\(text(index))}"
    case .squareRoot(let radicand): #"\sqrt{\#(text(radicand))}"#
    case .fenced(let fence, let content): fenced(fence, content)
    case .binomial(let upper, let lower): #"\binom{\#(text(upper))}{\#(text(lower))}"#
    case .limits(let mark, let below, let above): "\(mark.latex)_{\(text(below))}^{\(text(above))}"
    case .matrix(let rows): matrix(rows)
    case .hat(let base): #"\widehat{\#(text(base))}"#
    case .words(let words): #"\text{\#(LaTeXProse.escaped(words))}"#
    }
  }

  private func matrix(_ rows: [[MathBox]]) -> String {
    let isTall = rows.contains { row in row.contains { $0.isTall } }
    let style = isTall ? #"\displaystyle "# : ""
    let lines = rows.map { row in row.map { style + text($0) }.joined(separator: " & ") }
    return #"\begin{pmatrix} "# + lines.joined(separator: isTall ? #" \\[2ex] "# : #" \\ "#) + #" \end{pmatrix}"#
  }

  private func row(_ boxes: [MathBox]) -> String {
    var result = ""
    for (i, box) in boxes.enumerated() {
      if case .sign(.invisibleTimes) = box, i > 0, i + 1 < boxes.count {
        result += join(boxes[i - 1], boxes[i + 1])
      } else {
        result = Self.adjoined(result, text(box))
      }
    }
    return result
  }

  /// Two pieces side by side, with a blank where a control word would swallow the letter that follows.
  static func adjoined(_ left: String, _ right: String) -> String {
    guard let first = right.unicodeScalars.first, first.properties.isAlphabetic, endsInControlWord(left) else {
      return left + right
    }
    return left + " " + right
  }

  private static func endsInControlWord(_ text: String) -> Bool {
    let rest = text.unicodeScalars.reversed().drop { $0.isASCII && $0.properties.isAlphabetic }
    return rest.first == "\\" && text.unicodeScalars.last != "\\"
  }

  /// What stands between two factors.
  func join(_ left: MathBox, _ right: MathBox) -> String {
    switch (left.trailingEdge, right.leadingEdge) {
    case (_, .digit): #" \cdot "#
    case (.word, _), (_, .word): #" \, "#
    default: " "
    }
  }

  /// A base that can carry an exponent or index; what already carries one is braced.
  private func scripted(_ box: MathBox) -> String {
    switch box {
    case .superscript, .row, .squareRoot: "{\(text(box))}"
    default: text(box)
    }
  }

  /// Whether a row ends in a delimiter, so that an exponent can follow it.
  private func isClosed(_ boxes: [MathBox]) -> Bool {
    if case .fenced? = boxes.last { return true }
    return false
  }

  /// A row that ends in a delimiter, with an exponent at the delimiter.
  private func closed(_ boxes: [MathBox], raised exponent: String) -> String {
    guard case .fenced(let fence, let content)? = boxes.last else { return row(boxes) }
    return Self.adjoined(row(Array(boxes.dropLast())), fenced(fence, content, raised: exponent))
  }

  private func text(_ name: MathName) -> String {
    let base = name.base.latex(wordsIn: #"\mathit"#)
    if name.indices.isEmpty { return base }
    return "\(base)_{\(name.indices.map { $0.latex(wordsIn: #"\mathrm"#) }.joined(separator: ","))}"
  }

  private func fenced(_ fence: MathBox.Fence, _ content: MathBox, raised exponent: String? = nil) -> String {
    let (left, right) = fence.latex
    let inner = text(content)
    let script = exponent.map { "^{\($0)}" } ?? ""
    guard content.isTall else { return left + inner + right + script }
    // The empty delimiters keep \left and \right from putting blanks around themselves.
    return #"\mathopen{}\left\#(left)"# + inner + #"\right\#(right)"# + script + #"\mathclose{}"#
  }
}

extension MathBox {
  /// Whether the box rises above the height of a line, so that delimiters must grow.
  var isTall: Bool {
    switch self {
    case .fraction, .binomial, .limits, .matrix: true
    case .row(let boxes): boxes.contains { $0.isTall }
    case .superscript(let base, _), .subscript(let base, _), .hat(let base): base.isTall
    case .fenced(_, let content), .squareRoot(let content): content.isTall
    case .number, .name, .function, .sign, .words: false
    }
  }
}
