public import Diagnostics

/// An exercise of a textbook: a model, what is asked of it, and perhaps other coordinates to solve it in.
public struct Exercise: Sendable {
  /// The name, that of the file without number and extension.
  public let name: String
  /// The heading.
  public let title: String
  /// What is asked.
  public let question: String
  /// The model, at the place in the file where it stands.
  public let model: SourceText
  /// The old parameters as functions of new ones, at their place in the file; nil where there are no others.
  public let coordinates: SourceText?

  /// The extension of an exercise's file.
  public static let fileExtension = ".exercise"

  /// Reads the exercise that a text describes.
  ///
  /// - Throws: the diagnostics, each pointing into the text.
  public init(_ source: SourceText) throws(DiagnosticList) {
    var found: [ExerciseKeyword: FamilyStatement] = [:]
    var problems: [Diagnostic] = []
    for statement in FamilyStatement.all(in: source) {
      guard let keyword = ExerciseKeyword(rawValue: statement.keyword.text) else {
        problems.append(.unknownKeyword(statement.keyword, among: ExerciseKeyword.allCases.map(\.rawValue)))
        continue
      }
      if let first = found[keyword] {
        problems.append(.repeatedStatement(statement.keyword, first: first.keyword))
      } else if statement.body.text.isEmpty {
        problems.append(.emptyStatement(statement.keyword))
      }
      found[keyword] = statement
    }
    let end = SourceSpan(source.bytes.count, source.bytes.count)
    for keyword in [ExerciseKeyword.exercise, .title, .question, .model] where found[keyword] == nil {
      problems.append(.missingStatement(keyword, at: end))
    }
    guard problems.isEmpty, let name = found[.exercise], let title = found[.title], let question = found[.question],
      let model = found[.model]
    else { throw DiagnosticList(problems) }
    self.name = name.body.text
    self.title = title.body.text
    self.question = question.body.text
    self.model = Self.alone(model.body, in: source)
    coordinates = found[.coordinates].map { Self.alone($0.body, in: source) }
  }

  /// A passage at its place in a text that is blank elsewhere, so that diagnostics point at the line of the file.
  private static func alone(_ passage: Passage, in source: SourceText) -> SourceText {
    let before = source.bytes[..<passage.span.lower].map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
    return SourceText(name: source.name, text: String(decoding: before, as: UTF8.self) + passage.text)
  }
}
