/// A remark that is attached to a place in the text.
public struct Label: Hashable, Sendable {
  /// The place.
  public let span: SourceSpan
  /// What is to be said of it; empty for a bare underline.
  public let text: String

  /// Creates a label.
  public init(_ span: SourceSpan, _ text: String = "") {
    self.span = span
    self.text = text
  }
}
