/// A formula laid out as boxes: what stands beside, above and below what, in no particular output language.
///
/// Expressions become boxes once (`BoxBuilder`); each backend only spells boxes.
public indirect enum MathBox: Hashable, Sendable {
  /// The digits of a number without a sign.
  case number(String)
  /// The name of a symbol.
  case name(MathName)
  /// The name of a function, or a constant.
  case function(FunctionMark)
  /// An operator, relation or other sign.
  case sign(MathSign)
  /// Boxes beside each other.
  case row([MathBox])
  /// A numerator above a denominator.
  case fraction(MathBox, MathBox)
  /// A base with an exponent.
  case superscript(MathBox, MathBox)
  /// A base with an index.
  case `subscript`(MathBox, MathBox)
  /// A square root.
  case squareRoot(MathBox)
  /// A formula between delimiters.
  case fenced(Fence, MathBox)
  /// The number of ways to choose: upper above lower in parentheses.
  case binomial(MathBox, MathBox)
  /// The sign of a sum or product, with what stands below and above it.
  case limits(FunctionMark, below: MathBox, above: MathBox)
  /// A bracketed matrix, row by row.
  case matrix([[MathBox]])
  /// A formula with a hat, as of an estimator.
  case hat(MathBox)
  /// Upright words inside a formula.
  case words(String)

  /// A pair of delimiters.
  public enum Fence: Hashable, Sendable, CaseIterable {
    case round, square, curly, bars, openClosed, closedOpen

    /// The delimiters in LaTeX.
    var latex: (left: String, right: String) {
      switch self {
      case .curly: (#"\{"#, #"\}"#)
      case .bars: (#"\lvert "#, #"\rvert "#)
      case .round, .square, .openClosed, .closedOpen: unicode
      }
    }

    /// The delimiters as characters.
    var unicode: (left: String, right: String) {
      switch self {
      case .round: ("(", ")")
      case .square: ("[", "]")
      case .curly: ("{", "}")
      case .bars: ("|", "|")
      case .openClosed: ("(", "]")
      case .closedOpen: ("[", ")")
      }
    }
  }

  /// Boxes in a row, without nesting a single one.
  public static func joined(_ boxes: [MathBox]) -> MathBox { boxes.count == 1 ? boxes[0] : .row(boxes) }

  /// Boxes in a row with a sign between neighbours.
  public static func list(_ boxes: [MathBox], separator: MathSign = .comma) -> MathBox {
    var row: [MathBox] = []
    for (i, box) in boxes.enumerated() {
      if i > 0 { row.append(.sign(separator)) }
      row.append(box)
    }
    return joined(row)
  }

  /// The formula in parentheses.
  public var parenthesised: MathBox { .fenced(.round, self) }
}
