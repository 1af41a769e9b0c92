public import Diagnostics

/// A family of distributions as its file describes it: a density, the domains of its symbols, typical values, and what
/// has been published about it.
///
/// The family itself knows no answer: it is derived from `model`, like any density that a person types. The claims are for
/// the one command that verifies them.
public struct Family: Sendable {
  /// The name: that of the file, without its extension.
  public let name: Passage
  /// What a reader calls it.
  public let title: String
  /// Words to select families by.
  public let tags: [String]
  /// The observed variables.
  public let variables: [Declaration]
  /// The parameters, in the order of the score.
  public let parameters: [Declaration]
  /// The known constants and covariates.
  public let known: [Declaration]
  /// How models name the family.
  public let calls: [FamilyCall]
  /// What has been published about the family.
  public let claims: [Claim]
  /// The density or its logarithm as the file states it, with `~` before it where it lacks a constant.
  let density: Passage
  /// Whether the file states the logarithm.
  let isLogDensity: Bool
  /// The model in the log-density language.
  public let model: FamilyModel
  /// The file.
  public let source: SourceText

  /// The names of all symbols that the family declares.
  public var declaredNames: Set<String> { Set((variables + parameters + known).map(\.name.text)) }

  /// A symbol with its domain.
  public struct Declaration: Hashable, Sendable {
    /// The symbol's name.
    public let name: Passage
    /// The domain as a condition of the language, e.g. `k in (0, inf)`.
    public let condition: Passage
    /// Values worth looking at, exact rationals as text.
    public let typical: [Passage]
  }
}
