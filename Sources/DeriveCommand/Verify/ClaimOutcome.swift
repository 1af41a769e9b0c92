import FamilyCatalog

/// What the verification of one claim found.
struct ClaimOutcome {
  /// The verdict on a claim.
  enum Verdict: String {
    /// Proved, or agreed on by the numbers where there is no closed form to compare with.
    case holds
    /// Some number differs.
    case refuted
    /// The proof and the numbers contradict each other: a defect of the program.
    case contradiction
    /// Neither could be shown.
    case undecided
  }

  let claim: Claim
  let isProved: Bool?
  let numbers: NumericFinding
  /// The derived entry, as text.
  let derived: String?

  /// The verdict.
  var verdict: Verdict {
    switch (isProved, numbers) {
    case (true, .differs): .contradiction
    case (_, .differs): .refuted
    case (true, _), (_, .agrees): .holds
    case (_, .none): .undecided
    }
  }

  /// Whether the claim came out as its file says.
  var isExpected: Bool {
    switch claim.expectation {
    case .holds: verdict == .holds
    case .refuted: verdict == .refuted
    }
  }

  /// What is not as the file says, in a sentence.
  var complaint: String {
    let said = claim.expectation == .holds ? "that it holds" : "that it is refuted"
    let found =
      switch verdict {
      case .holds: "holds"
      case .refuted: "is refuted"
      case .contradiction: "is proved, and contradicted by the integrals"
      case .undecided: "could not be decided"
      }
    return "the claim \(found); its file says \(said)"
  }

  /// The statement, as in `I[k, lambda] = -(1 - euler_gamma)/lambda`, with single blanks.
  var statement: String {
    let value = claim.value.text.split(separator: " ").joined(separator: " ")
    return switch claim.subject {
    case .information(let row, let column): "I[\(row.text), \(column.text)] = \(value)"
    }
  }

  /// The statement cut to the width of a table.
  private var shortStatement: String {
    statement.count <= Self.widest ? statement : statement.prefix(Self.widest - 1) + "…"
  }

  private static let widest = 60

  /// The row of the table after the family's name.
  var row: [String] {
    let proof = isProved.map { $0 ? "proved" : "not proved" } ?? "no closed form"
    return [shortStatement, proof, numbers.text, verdict.rawValue + (isExpected ? "" : " (expected: \(expectation))")]
  }

  private var expectation: String { claim.expectation.rawValue }
}
