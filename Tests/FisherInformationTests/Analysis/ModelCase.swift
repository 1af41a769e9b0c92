import Testing

/// A model as a person types it, and the information that must come back.
struct ModelCase: CustomTestStringConvertible, Sendable {
  /// The model.
  let text: String
  /// The rows of the information.
  let fisher: [[String]]

  init(_ text: String, _ fisher: [[String]]) {
    self.text = text
    self.fisher = fisher
  }

  init(_ text: String, _ fisher: String) {
    self.init(text, [[fisher]])
  }

  var testDescription: String { text }
}
