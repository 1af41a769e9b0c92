internal import Diagnostics

/// A model as it was typed: names are not yet resolved.
struct ModelSyntax {
  /// A name that a header or a `known` clause lists.
  struct Name {
    let text: String
    let span: SourceSpan
  }

  /// What stands before `=` or `~`.
  struct Header {
    var label = ""
    var isLogarithm = false
    var isUpToNormalizer = false
    /// Nil where no variable is listed.
    var observed: [Name]?
    /// Nil where no bar follows the observed variables.
    var parameters: [Name]?
    var known: [Name] = []
    /// Whether the parameters stand behind `;` without `|`, where known constants are listed among them.
    var listsLoosely = false

    /// Reads `ℓ(theta; x)` as a likelihood: a function of the parameters, the observations after the sign.
    mutating func readAsLikelihood(isLogarithm: Bool) {
      self.isLogarithm = isLogarithm
      (observed, parameters) = (parameters, observed)
    }

    var names: [Name] { (observed ?? []) + (parameters ?? []) + known }
  }

  var header: Header?
  var density: NodeID?
  var conditions: [NodeID] = []
  var known: [Name] = []
  /// What `where z = …` says that names stand for.
  var definitions: [(name: Name, value: NodeID)] = []
}
