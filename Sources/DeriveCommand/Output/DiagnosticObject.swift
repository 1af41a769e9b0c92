import Diagnostics
import Typesetting

/// A diagnostic as an object of the JSON report.
enum DiagnosticObject {
  /// The object.
  static func value(_ diagnostic: Diagnostic, in source: SourceText) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", .string(diagnostic.id)), .init("severity", .string(diagnostic.severity.rawValue)),
      .init("message", .string(diagnostic.message)),
    ]
    if let primary = diagnostic.primary {
      let place = source.location(of: primary.span.lower)
      members += [
        .init("source", .string(source.name)), .init("line", .integer(place.line)),
        .init("column", .integer(place.column)), .init("label", .string(primary.text)),
      ]
    }
    members += [.init("notes", .strings(diagnostic.notes)), .init("help", .string(diagnostic.help))]
    return .object(members)
  }
}
