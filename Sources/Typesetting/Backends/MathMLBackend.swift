/// Spells boxes as presentation MathML (MathML Core), to stand inside a `math` element.
public struct MathMLBackend: Sendable {
  /// Creates the backend.
  public init() {}

  /// The box as a displayed formula.
  public func formula(_ box: MathBox) -> String { #"<math display="block">\#(text(box))</math>"# }

  /// The box as one element.
  public func text(_ box: MathBox) -> String {
    switch box {
    case .number(let digits): "<mn>\(digits)</mn>"
    case .name(let name): text(name)
    case .function(let mark): text(mark)
    case .sign(let sign): text(sign)
    case .row(let boxes): "<mrow>\(content(boxes))</mrow>"
    case .fraction(let upper, let lower): "<mfrac>\(text(upper))\(text(lower))</mfrac>"
    case .superscript(let base, let exponent): "<msup>\(text(base))\(text(exponent))</msup>"
    case .subscript(let base, let index): "<msub>\(text(base))\(text(index))</msub>"
    case .squareRoot(let radicand): "<msqrt>\(text(radicand))</msqrt>"
    case .fenced(let fence, let content): fenced(fence, text(content), isTall: content.isTall)
    case .binomial(let upper, let lower):
      fenced(.round, #"<mfrac linethickness="0">\#(text(upper))\#(text(lower))</mfrac>"#, isTall: true)
    case .limits(let mark, let below, let above):
      "<munderover><mo>\(Self.escaped(mark.mathML))</mo>\(text(below))\(text(above))</munderover>"
    case .matrix(let rows): fenced(.round, table(rows), isTall: true)
    case .hat(let base): #"<mover accent="true">\#(text(base))<mo stretchy="false">^</mo></mover>"#
    case .words(let words) where words.allSatisfy(\.isWhitespace): Self.thinSpace
    case .words(let words): "<mtext>\(Self.escaped(words))</mtext>"
    }
  }

  /// A displayed formula of several lines, aligned at the end of their first parts.
  func aligned(_ rows: [(left: String, right: String)]) -> String {
    let lines = rows.map { "<mtr><mtd>\($0.left)</mtd><mtd>\($0.right)</mtd></mtr>" }
    return #"<math display="block"><mtable displaystyle="true" class="aligned">\#(lines.joined())</mtable></math>"#
  }

  /// The blank between a function's name and what stands beside it.
  static let thinSpace = #"<mspace width="0.167em"></mspace>"#

  /// A relation at the beginning of an aligned part.
  func relation(_ sign: MathSign) -> String { #"<mo form="infix">\#(sign.mathML)</mo>"# }

  /// The name of a function: upright, but for the letters that are set as variables are.
  private func text(_ mark: FunctionMark) -> String {
    if mark.mathML.count == 2, let digit = UnicodeScript.unlowered(mark.mathML.dropFirst()) {
      return "<msub><mi>\(Self.escaped(String(mark.mathML.prefix(1))))</mi><mn>\(digit)</mn></msub>"
    }
    let isCapital = mark.mathML.first?.isUppercase == true && mark.latex.hasPrefix("\\")
    let variant = mark.mathML.count == 1 && isCapital ? #" mathvariant="normal""# : ""
    return "<mi\(variant)>\(Self.escaped(mark.mathML))</mi>"
  }

  private func content(_ boxes: [MathBox]) -> String {
    boxes.enumerated().map { i, box in
      guard case .sign(.invisibleTimes) = box, i > 0, i + 1 < boxes.count else { return text(box) }
      return join(boxes[i - 1], boxes[i + 1])
    }.joined()
  }

  /// Text in which the special characters of XML stand for themselves.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }

  private func text(_ sign: MathSign) -> String {
    switch sign {
    case .reals, .integers: "<mi>\(sign.mathML)</mi>"
    case .negative: #"<mo form="prefix">\#(sign.mathML)</mo>"#
    case .factorial: #"<mo form="postfix">\#(sign.mathML)</mo>"#
    case .slash: #"<mo lspace="0" rspace="0">\#(sign.mathML)</mo>"#
    case .ellipsis: "<mi>\(sign.mathML)</mi>"
    case .transpose: #"<msup><mrow></mrow><mi mathvariant="normal">T</mi></msup>"#
    case .application: "<mo>\(sign.mathML)</mo>" + Self.thinSpace
    default: "<mo>\(sign.mathML)</mo>"
    }
  }

  private func text(_ name: MathName) -> String {
    let base = "<mi>\(Self.escaped(name.base.unicode))</mi>"
    if name.indices.isEmpty { return base }
    let indices = name.indices.map { part in
      part.isNumber ? "<mn>\(part.text)</mn>" : "<mi>\(Self.escaped(part.unicode))</mi>"
    }
    return "<msub>\(base)<mrow>\(indices.joined(separator: "<mo>,</mo>"))</mrow></msub>"
  }

  private func table(_ rows: [[MathBox]]) -> String {
    let lines = rows.map { row in "<mtr>" + row.map { "<mtd>\(text($0))</mtd>" }.joined() + "</mtr>" }
    let isTall = rows.contains { row in row.contains { $0.isTall } }
    return (isTall ? #"<mtable displaystyle="true">"# : "<mtable>") + lines.joined() + "</mtable>"
  }

  private func fenced(_ fence: MathBox.Fence, _ content: String, isTall: Bool) -> String {
    let (left, right) = delimiters(fence, isTall: isTall)
    return "<mrow>\(left)\(content)\(right)</mrow>"
  }
}
