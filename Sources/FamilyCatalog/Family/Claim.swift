public import Diagnostics

/// A published statement about a family, with its source; to be verified, never to be derived from.
public struct Claim: Hashable, Sendable {
  /// What the statement is about.
  public enum Subject: Hashable, Sendable {
    /// An entry of the Fisher information, by the names of two parameters.
    case information(row: Passage, column: Passage)
  }

  /// What verification is to find.
  public enum Expectation: String, Hashable, Sendable {
    /// The statement holds.
    case holds
    /// The statement is known to be wrong, and is kept so that verification is seen to refute it.
    case refuted
  }

  /// What the statement is about.
  public let subject: Subject
  /// The stated value, in the log-density language.
  public let value: Passage
  /// Where it was published.
  public let source: String
  /// What verification is to find.
  public let expectation: Expectation
  /// Where the claim stands in the file.
  public let span: SourceSpan
}
