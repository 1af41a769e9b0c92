/// How much of a derivation a solution shows.
public enum SolutionDetail: String, CaseIterable, Sendable {
  /// The results and what they rest on.
  case brief
  /// The way from the log-density to the information, and the attainment of the bound.
  case normal
  /// Every checked derivation, both forms of the information, and the numbers.
  case full
}
