import Diagnostics
import Expressions
import Multiprecision
import Syntax

/// The values of `--at name=value,…`, read in the log-density language, so that `θ=1/2` and `theta=0.5` are the same.
enum PointOption {
  /// The point, or nil where the option was not given.
  static func point(_ texts: [String]) throws(InputFailure) -> [(name: String, value: Rational)]? {
    if texts.isEmpty { return nil }
    var point: [(name: String, value: Rational)] = []
    for text in texts { point += try values(SourceText(name: "--at", text: text)) }
    return point
  }

  private static func values(_ source: SourceText) throws(InputFailure) -> [(name: String, value: Rational)] {
    var values: [(name: String, value: Rational)] = []
    var lower = 0
    for part in source.text.split(separator: ",", omittingEmptySubsequences: false) {
      let span = SourceSpan(lower, lower + part.utf8.count)
      values.append(try value(part, span, source))
      lower = span.upper + 1
    }
    return values
  }

  private static func value(
    _ part: Substring, _ span: SourceSpan, _ source: SourceText
  ) throws(InputFailure) -> (name: String, value: Rational) {
    let store = ExpressionStore()
    let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, let symbol = parsed(sides[0], in: store), let name = store.symbolName(symbol) else {
      throw InputFailure(DiagnosticList([.pointNotUnderstood(span)]), in: source)
    }
    guard let number = parsed(sides[1], in: store), let value = store.numberValue(number) else {
      let place = SourceSpan(span.upper - sides[1].utf8.count, span.upper)
      throw InputFailure(DiagnosticList([.pointNotNumeric(name, place)]), in: source)
    }
    return (name, value)
  }

  /// The number that a text states; nil where it is none.
  static func number(_ text: Substring) -> Rational? {
    let store = ExpressionStore()
    return parsed(text, in: store).flatMap { store.numberValue($0) }
  }

  /// The expression that a text states; nil where it is none, which the caller reports in terms of the option.
  private static func parsed(_ text: Substring, in store: ExpressionStore) -> Expr? {
    try? store.parse(String(text), declaring: ["e", "E"])
  }
}
