/// A half-open range of UTF-8 offsets in a `SourceText`.
public struct SourceSpan: Hashable, Sendable {
  /// The offset of the first byte.
  public let lower: Int
  /// The offset after the last byte.
  public let upper: Int

  /// Creates a span from the offset of its first byte and the offset after its last.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// The smallest span that covers both.
  public func union(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(min(lower, other.lower), max(upper, other.upper))
  }
}
