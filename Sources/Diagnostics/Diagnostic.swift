/// What is wrong with a text, where, and what would put it right.
///
/// Messages are lower case without a full stop and quote input in backticks; only `help` proposes a change.
public struct Diagnostic: Error, Hashable, Sendable {
  /// A stable identifier, e.g. `syntax.unclosed`; those that begin with `limit.` say that a bound was reached.
  public let id: String
  /// How grave it is.
  public let severity: Severity
  /// One sentence on what is wrong.
  public let message: String
  /// The smallest place that is wrong; nil where no place in the text is to blame.
  public let primary: Label?
  /// Further places that explain it.
  public let secondary: [Label]
  /// Remarks that belong to no place.
  public let notes: [String]
  /// What to write instead.
  public let help: String?

  /// Creates a diagnostic.
  public init(
    id: String, severity: Severity = .error, message: String, primary: Label? = nil, secondary: [Label] = [],
    notes: [String] = [], help: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.primary = primary
    self.secondary = secondary
    self.notes = notes
    self.help = help
  }

  /// Whether the diagnostic says that a bound on size or work was reached, rather than that the input is wrong.
  public var isLimit: Bool { id.hasPrefix("limit.") }
}
