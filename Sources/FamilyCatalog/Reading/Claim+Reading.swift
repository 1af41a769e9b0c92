import Diagnostics

extension Claim {
  /// Reads `information k lambda = -(1 - euler_gamma)/lambda source "…" expect refuted`.
  init(_ statement: FamilyStatement) throws(Diagnostic) {
    let body = statement.body
    guard let (head, rest) = body.divided(at: "=") else { throw .notAClaim(body) }
    let words = head.words
    guard words.first?.text == "information" else { throw .unknownClaim(words.first ?? body) }
    guard words.count == 3 else { throw .notAClaim(head) }
    guard let (value, tail) = rest.divided(at: "source"), !value.text.isEmpty else { throw .claimWithoutSource(body) }
    let (citation, expectation) = tail.divided(at: "expect").map { ($0.before, $0.after) } ?? (tail, nil)

    let quoted = citation.text
    guard quoted.count > 2, quoted.hasPrefix("\""), quoted.hasSuffix("\"") else { throw .claimWithoutSource(citation) }
    if let expectation, Expectation(rawValue: expectation.text) == nil { throw .unknownExpectation(expectation) }

    subject = .information(row: words[1], column: words[2])
    self.value = value
    source = String(quoted.dropFirst().dropLast())
    self.expectation = expectation.flatMap { Expectation(rawValue: $0.text) } ?? .holds
    span = statement.keyword.span.union(body.span)
  }

  /// The names in the subject that are no parameters.
  func strangers(among parameters: [Family.Declaration]) -> [Passage] {
    switch subject {
    case .information(let row, let column):
      [row, column].filter { name in !parameters.contains { $0.name.text == name.text } }
    }
  }
}
