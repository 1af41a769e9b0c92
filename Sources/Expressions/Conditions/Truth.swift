/// The answer to a question about an expression: `unknown` never lets a rule fire.
public enum Truth: Sendable, Hashable {
  case yes, no, unknown

  /// Conjunction: no if either is no, unknown if neither is no and either is unknown.
  public static func && (a: Truth, b: Truth) -> Truth {
    if a == .no || b == .no { return .no }
    return a == .yes && b == .yes ? .yes : .unknown
  }

  /// Disjunction: yes if either is yes, unknown if neither is yes and either is unknown.
  public static func || (a: Truth, b: Truth) -> Truth {
    if a == .yes || b == .yes { return .yes }
    return a == .no && b == .no ? .no : .unknown
  }

  /// Negation: unknown stays unknown.
  public static prefix func ! (a: Truth) -> Truth {
    switch a {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }
}
