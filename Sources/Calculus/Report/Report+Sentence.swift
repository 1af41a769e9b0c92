public import Expressions
public import Syntax

extension Report {
  /// A sentence with expressions in it, which whoever shows the sentence spells: `"the mean is \(mean), not 0"`.
  public struct Sentence: Hashable, ExpressibleByStringInterpolation {
    /// A piece of the sentence.
    public enum Part: Hashable {
      /// Words; what stands between backticks is something typed.
      case words(String)
      /// A formula.
      case expression(Expr)
      /// A comparison or membership.
      case condition(Condition)
    }

    /// The pieces in order.
    public private(set) var parts: [Part]

    /// A sentence of words only.
    public init(_ words: String) { parts = [.words(words)] }

    /// A sentence of words only.
    public init(stringLiteral words: String) { self.init(words) }

    /// A sentence of words and expressions.
    public init(stringInterpolation: Interpolation) { parts = stringInterpolation.parts }

    /// One sentence after the other, as one.
    public static func + (a: Sentence, b: Sentence) -> Sentence { "\(a)\(b)" }

    /// The sentence in plain text, formulas in the language in which they are typed.
    public func text(_ printer: PlainPrinter) -> String {
      parts.map { part in
        switch part {
        case .words(let words): words
        case .expression(let e): printer.print(e)
        case .condition(let condition): printer.print(condition)
        }
      }.joined()
    }

    /// Collects the pieces of a sentence.
    public struct Interpolation: StringInterpolationProtocol {
      fileprivate var parts: [Part] = []

      /// Starts without pieces.
      public init(literalCapacity: Int, interpolationCount: Int) {}

      /// Adds words.
      public mutating func appendLiteral(_ words: String) {
        if !words.isEmpty { parts.append(.words(words)) }
      }

      /// Adds an expression.
      public mutating func appendInterpolation(_ expression: Expr) { parts.append(.expression(expression)) }

      /// Adds a condition.
      public mutating func appendInterpolation(_ condition: Condition) { parts.append(.condition(condition)) }

      /// Adds conditions, separated by commas.
      public mutating func appendInterpolation(_ conditions: [Condition]) {
        for (i, condition) in conditions.enumerated() {
          if i > 0 { appendLiteral(", ") }
          appendInterpolation(condition)
        }
      }

      /// Adds another sentence.
      public mutating func appendInterpolation(_ sentence: Sentence) { parts += sentence.parts }

      /// Adds words, or a number.
      public mutating func appendInterpolation(_ words: some CustomStringConvertible) {
        appendLiteral(words.description)
      }
    }
  }
}
