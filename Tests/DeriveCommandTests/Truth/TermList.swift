import TestSupport

/// The terms of a sum as a person has typed them, to be put down in another way.
struct TermList {
  /// Each with its sign.
  private var terms: [(isNegative: Bool, text: String)] = []

  /// Takes a sum apart at the signs outside brackets.
  init(_ text: String) {
    var (depth, current, isNegative) = (0, "", false)
    var previous: Character = "+"
    func isSign(_ character: Character) -> Bool { character == "+" || character == "-" }
    for character in text {
      depth += "([{".contains(character) ? 1 : ")]}".contains(character) ? -1 : 0
      if depth == 0, isSign(character), !"*/^,(".contains(previous) {
        if !current.allSatisfy(\.isWhitespace) { terms.append((isNegative, current.trimmed)) }
        (current, isNegative) = ("", character == "-")
      } else {
        current.append(character)
      }
      if !character.isWhitespace { previous = character }
    }
    if !current.allSatisfy(\.isWhitespace) { terms.append((isNegative, current.trimmed)) }
  }

  private init(_ terms: [(isNegative: Bool, text: String)]) {
    self.terms = terms
  }

  /// The same sum: some products multiplied out, two logarithms collected into one, the terms in any order.
  func rearranged(using random: inout SplitMix) -> String {
    var changed: [(isNegative: Bool, text: String)] = []
    for term in terms { changed += Bool.random(using: &random) ? Self.multipliedOut(term) : [term] }
    changed.shuffle(using: &random)
    if Bool.random(using: &random) { changed = Self.collected(changed) }
    return TermList(changed).text
  }

  /// The sum as text.
  var text: String {
    var text = ""
    for (index, term) in terms.enumerated() {
      text += index == 0 ? (term.isNegative ? "-" : "") : term.isNegative ? " - " : " + "
      text += term.text
    }
    return text
  }

  /// `(a - 1)*rest` as `a*rest - 1*rest`.
  private static func multipliedOut(_ term: (isNegative: Bool, text: String)) -> [(isNegative: Bool, text: String)] {
    guard term.text.hasPrefix("("), let (inner, rest) = bracketed(term.text[...]), rest.hasPrefix("*") else {
      return [term]
    }
    let factors = parts(of: String(rest), at: "/")
    guard factors.count == 1 else { return [term] }
    return TermList(String(inner)).terms.map { ($0.isNegative != term.isNegative, $0.text + rest) }
  }

  /// The first two terms `log(A)` and `log(B)` as `log((A)*(B))`.
  private static func collected(_ terms: [(isNegative: Bool, text: String)]) -> [(isNegative: Bool, text: String)] {
    func argument(_ term: (isNegative: Bool, text: String)) -> String? {
      guard !term.isNegative, term.text.hasPrefix("log("), let (inner, rest) = bracketed(term.text.dropFirst(3)),
        rest.isEmpty
      else { return nil }
      return String(inner)
    }
    let logarithms = terms.compactMap(argument)
    guard logarithms.count >= 2 else { return terms }
    let merged = logarithms.map { "(\($0))" }.joined(separator: "*")
    return [(false, "log(\(merged))")] + terms.filter { argument($0) == nil }
  }

  /// What stands in the bracket at the beginning, and what follows it.
  private static func bracketed(_ text: Substring) -> (inner: Substring, rest: Substring)? {
    var depth = 0
    for index in text.indices {
      depth += text[index] == "(" ? 1 : text[index] == ")" ? -1 : 0
      if depth == 0 { return (text[text.index(after: text.startIndex)..<index], text[text.index(after: index)...]) }
    }
    return nil
  }

  /// The parts of a text between separators outside brackets.
  static func parts(of text: String, at separator: Character) -> [Substring] {
    var (depth, start, parts) = (0, text.startIndex, [Substring]())
    for index in text.indices {
      depth += "([{".contains(text[index]) ? 1 : ")]}".contains(text[index]) ? -1 : 0
      guard depth == 0, text[index] == separator else { continue }
      parts.append(text[start..<index])
      start = text.index(after: index)
    }
    return parts + [text[start...]]
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()) }
}
