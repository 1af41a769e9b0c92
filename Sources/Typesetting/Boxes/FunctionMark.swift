public import Expressions

/// The spellings of a function's name, taken from its notation.
public struct FunctionMark: Hashable, Sendable {
  /// The name in LaTeX.
  public let latex: String
  /// The name in MathML.
  public let mathML: String
  /// The name in Unicode text.
  public let unicode: String

  /// The mark of a notation.
  public init(_ notation: FunctionNotation) {
    latex = notation.latex
    mathML = notation.mathML
    unicode = notation.unicode
  }
}
