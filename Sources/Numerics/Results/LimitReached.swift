/// A numeric evaluation was given up because it reached a limit.
public enum LimitReached: Error, Hashable, Sendable {
  /// The time is up.
  case time
  /// This many evaluations were made.
  case evaluations(Int)
  /// More bits than this would be needed.
  case precision(Int)
}
