public import Expressions

/// A named transformation of expressions that preserves their value under stated conditions.
///
/// A rule is data plus a function from the expression that it is applied to, to what it becomes; it never changes
/// anything itself. The sentence has slots in braces, filled with the bindings of a rewriting: no sentence contains
/// mathematics of its own.
public struct Rule {
  /// The stable name, e.g. `kernel.gamma` or `differentiate`.
  public let id: String
  /// One sentence with slots, e.g. `by linearity of the expectation` or `with the kernel {kernel} at s = {s}`.
  public let sentence: String
  /// Where the rule stands in the literature, for what is not common knowledge.
  public let source: String?
  /// Whether the step is of the kind that a solution may pass over in silence.
  public let isMinor: Bool
  /// The transformation; nil where the rule does not apply.
  public let rewrite: (Expr) -> Rewriting?

  /// Creates a rule.
  public init(
    id: String, sentence: String, source: String? = nil, isMinor: Bool = false,
    rewrite: @escaping (Expr) -> Rewriting?
  ) {
    self.id = id
    self.sentence = sentence
    self.source = source
    self.isMinor = isMinor
    self.rewrite = rewrite
  }
}
