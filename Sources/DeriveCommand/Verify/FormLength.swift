/// How long a formula is: its names, numbers and signs of operations, which are the nodes of its tree; brackets and commas
/// count nothing.
struct FormLength {
  let nodes: Int

  /// A derived form is short enough up to this multiple of the reference's own.
  static let tolerance = 1.5

  /// Counts the nodes of a formula in the log-density language.
  init(of text: String) {
    var (nodes, isInWord) = (0, false)
    for character in text {
      let belongsToWord = character.isLetter || character.isNumber || character == "_" || character == "."
      if belongsToWord ? !isInWord : !" ()[],".contains(character) { nodes += 1 }
      isInWord = belongsToWord
    }
    self.nodes = nodes
  }

  /// Whether a form is as short as a reader of the other one may expect.
  func isAsShort(as reference: FormLength) -> Bool { Double(nodes) <= Self.tolerance * Double(reference.nodes) }
}
