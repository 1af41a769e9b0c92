/// How grave a diagnostic is.
public enum Severity: String, Sendable, Hashable {
  /// The input cannot be used.
  case error
  /// The input is used, but probably not as meant.
  case warning
}
