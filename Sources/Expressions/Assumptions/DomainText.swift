internal import Multiprecision

/// Reads the domain conditions of a function definition, e.g. `0 < p < 1` or `n - k >= 0`, for given arguments.
///
/// The full language is parsed two modules above; a domain needs no more than chained comparisons of affine expressions.
struct DomainText {
  private let store: ExpressionStore
  private let arguments: [String: Expr]
  private var rest: Substring

  /// The conditions that a text states of the arguments; nil where the text is beyond this small grammar.
  static func conditions(
    _ text: String, parameters: [String], arguments: [Expr], in store: ExpressionStore
  ) -> [Condition]? {
    var reader = DomainText(
      store: store, arguments: Dictionary(uniqueKeysWithValues: zip(parameters, arguments)), rest: Substring(text))
    return reader.chain()
  }

  /// The affine expression of the arguments that a text states; nil where the text is beyond this small grammar.
  static func expression(
    _ text: String, parameters: [String], arguments: [Expr], in store: ExpressionStore
  ) -> Expr? {
    var reader = DomainText(
      store: store, arguments: Dictionary(uniqueKeysWithValues: zip(parameters, arguments)), rest: Substring(text))
    let result = reader.affine()
    reader.skipBlanks()
    return reader.rest.isEmpty ? result : nil
  }

  private mutating func chain() -> [Condition]? {
    guard var left = affine() else { return nil }
    var result: [Condition] = []
    while let relation = relation() {
      guard let right = affine() else { return nil }
      result.append(.relation(left, relation, right))
      left = right
    }
    skipBlanks()
    return rest.isEmpty && !result.isEmpty ? result : nil
  }

  private mutating func relation() -> Relation? {
    for text in ["<=", ">=", "!=", "<", ">", "="] where skip(text) { return Relation(rawValue: text) }
    return nil
  }

  private mutating func affine() -> Expr? {
    let isNegated = skip("-")
    guard let first = term() else { return nil }
    var terms = [isNegated ? store.negated(first) : first]
    while true {
      if skip("+") {
        guard let next = term() else { return nil }
        terms.append(next)
      } else if skip("-") {
        guard let next = term() else { return nil }
        terms.append(store.negated(next))
      } else {
        return store.sum(terms)
      }
    }
  }

  private mutating func term() -> Expr? {
    guard var result = operand() else { return nil }
    while skip("*") {
      guard let next = operand() else { return nil }
      result = store.product([result, next])
    }
    return result
  }

  private mutating func operand() -> Expr? {
    skipBlanks()
    let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    rest = rest.dropFirst(word.count)
    return arguments[String(word)] ?? Rational(String(word)).map(store.number) ?? constant(String(word))
  }

  /// A function without arguments, such as pi.
  private func constant(_ name: String) -> Expr? {
    store.functions.function(named: name).flatMap { store.functions[$0].arity == 0 ? store.call($0, []) : nil }
  }

  private mutating func skip(_ text: String) -> Bool {
    skipBlanks()
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  private mutating func skipBlanks() {
    rest = rest.drop { $0 == " " }
  }
}
