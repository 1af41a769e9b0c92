/// A symbol's name taken apart for display: `sigma2`, `mu_1` and `mu[1]` have the base sigma or mu and an index.
public struct MathName: Hashable, Sendable {
  /// The letter or word that carries the indices.
  public let base: Part
  /// The indices, in order.
  public let indices: [Part]

  /// A letter, word or number inside a name.
  public struct Part: Hashable, Sendable {
    /// The text as typed.
    public let text: String

    /// The text in Unicode, Greek names as letters.
    public var unicode: String { GreekAlphabet.letter(text)?.character ?? text }

    /// Whether the part is set as a word and not as one letter or a number.
    public var isWord: Bool { unicode.count > 1 && !isNumber }

    /// Whether the part consists of digits.
    public var isNumber: Bool { !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }

    /// The part in LaTeX; words are set in the given alphabet.
    func latex(wordsIn alphabet: String) -> String {
      if let letter = GreekAlphabet.letter(text) { return letter.latex }
      let escaped = LaTeXProse.escaped(text)
      return isWord ? "\(alphabet){\(escaped)}" : escaped
    }
  }

  /// Takes a name apart.
  public init(_ name: String) {
    let separators: Set<Character> = ["_", "[", "]", ","]
    var pieces = name.split(whereSeparator: { separators.contains($0) }).map(String.init)
    if pieces.isEmpty { pieces = [name] }
    let digits = String(pieces[0].reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    if !digits.isEmpty, digits.count < pieces[0].count {
      pieces[0].removeLast(digits.count)
      pieces.insert(digits, at: 1)
    }
    base = Part(text: pieces[0])
    indices = pieces.dropFirst().map(Part.init(text:))
  }

  /// Whether the base is a word, which must not run together with its neighbours.
  public var isWord: Bool { base.isWord }
}
