/// Words and formulas as the content of an SVG text element: letters of variables in italics, scripts raised and lowered.
struct SVGLabel {
  private struct Run {
    var text: String
    var isItalic: Bool
    var shift: Int
  }

  private var runs: [Run] = []

  init(_ prose: Prose) {
    for part in prose {
      switch part {
      case .words(let words), .code(let words): add(words, isItalic: false, shift: 0)
      case .formula(let box): add(box, shift: 0)
      }
    }
  }

  init(_ box: MathBox) { add(box, shift: 0) }

  /// Roughly how wide the label is, in letters.
  var letters: Double { runs.reduce(0) { $0 + Double($1.text.count) * ($1.shift == 0 ? 1 : 0.7) } }

  /// The spans; each that is raised or lowered undoes the move of the one before.
  var spans: String {
    var result = ""
    var shift = 0
    for run in runs {
      let move = run.shift - shift
      shift = run.shift
      var attributes = move == 0 ? "" : #" dy="\#(Double(-4 * move).text(decimals: 1))""#
      if run.isItalic { attributes += #" font-style="italic""# }
      if run.shift != 0 { attributes += #" font-size="75%""# }
      result += "<tspan\(attributes)>\(MathMLBackend.escaped(run.text))</tspan>"
    }
    return result
  }

  private mutating func add(_ text: String, isItalic: Bool, shift: Int) {
    if let last = runs.last, last.isItalic == isItalic, last.shift == shift {
      runs[runs.count - 1].text += text
    } else if !text.isEmpty {
      runs.append(Run(text: text, isItalic: isItalic, shift: shift))
    }
  }

  private mutating func add(_ box: MathBox, shift: Int) {
    switch box {
    case .row(let boxes): add(boxes, shift: shift)
    case .name(let name):
      add(name.base.unicode, isItalic: !name.isWord, shift: shift)
      if !name.indices.isEmpty {
        add(name.indices.map(\.unicode).joined(separator: ","), isItalic: false, shift: shift - 1)
      }
    case .superscript(let base, let script):
      add(base, shift: shift)
      add(script, shift: shift + 1)
    case .subscript(let base, let script):
      add(base, shift: shift)
      add(script, shift: shift - 1)
    case .fenced(let fence, let content):
      add(fence.unicode.left, isItalic: false, shift: shift)
      add(content, shift: shift)
      add(fence.unicode.right, isItalic: false, shift: shift)
    case .hat(let base):
      // A combining mark on the first letter, also of a word.
      let text = UnicodeBackend().line(base)
      add("\(text.prefix(1))\u{302}\(text.dropFirst())", isItalic: text.count == 1, shift: shift)
    default: add(UnicodeBackend().line(box), isItalic: false, shift: shift)
    }
  }

  private mutating func add(_ boxes: [MathBox], shift: Int) {
    for (i, box) in boxes.enumerated() {
      if case .sign(.invisibleTimes) = box, i > 0, i + 1 < boxes.count {
        add(UnicodeBackend().join(boxes[i - 1], boxes[i + 1]), isItalic: false, shift: shift)
      } else {
        add(box, shift: shift)
      }
    }
  }
}
