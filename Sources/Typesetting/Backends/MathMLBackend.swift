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
    case .function(let mark): "<mi>\(Self.escaped(mark.mathML))</mi>"
    case .sign(let sign): text(sign)
    case .row(let boxes): "<mrow>\(boxes.map { text($0) }.joined())</mrow>"
    case .fraction(let upper, let lower): "<mfrac>\(text(upper))\(text(lower))</mfrac>"
    case .superscript(let base, let exponent): "<msup>\(text(base))\(text(exponent))</msup>"
    case .subscript(let base, let index): "<msub>\(text(base))\(text(index))</msub>"
    case .squareRoot(let radicand): "<msqrt>\(text(radicand))</msqrt>"
    case .fenced(let fence, let content): fenced(fence, text(content))
    case .binomial(let upper, let lower):
      fenced(.round, #"<mfrac linethickness="0">\#(text(upper))\#(text(lower))</mfrac>"#)
    case .matrix(let rows): fenced(.round, table(rows))
    case .hat(let base): #"<mover accent="true">\#(text(base))<mo>^</mo></mover>"#
    case .words(let words): "<mtext>\(Self.escaped(words))</mtext>"
    }
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
    case .transpose: "<msup><mrow></mrow><mi>T</mi></msup>"
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
    return "<mtable>\(lines.joined())</mtable>"
  }

  private func fenced(_ fence: MathBox.Fence, _ content: String) -> String {
    let (left, right) = fence.unicode
    return "<mrow><mo>\(left)</mo>\(content)<mo>\(right)</mo></mrow>"
  }
}
