/// The errors found in one text: at least one, at most `maximumCount`, in the order of the text.
public struct DiagnosticList: Error, Hashable, Sendable {
  /// More errors than this are not reported.
  public static let maximumCount = 5

  /// The errors.
  public let diagnostics: [Diagnostic]

  /// Creates a list, sorted by place, without repetitions, and cut to `maximumCount`.
  public init(_ diagnostics: [Diagnostic]) {
    var kept: [(position: Int, diagnostic: Diagnostic)] = []
    var seen: Set<Diagnostic> = []
    for (position, diagnostic) in diagnostics.enumerated() where seen.insert(diagnostic).inserted {
      kept.append((position, diagnostic))
    }
    kept.sort { Self.key($0.position, $0.diagnostic) < Self.key($1.position, $1.diagnostic) }
    self.diagnostics = kept.prefix(Self.maximumCount).map(\.diagnostic)
  }

  /// Whether a bound was reached and nothing else is wrong.
  public var isLimit: Bool { diagnostics.allSatisfy(\.isLimit) }

  private static func key(_ position: Int, _ diagnostic: Diagnostic) -> (Int, Int) {
    (diagnostic.primary?.span.lower ?? 0, position)
  }
}
