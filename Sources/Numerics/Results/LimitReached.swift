/// A numeric evaluation was given up because it reached a limit.
public enum LimitReached: Error, Hashable, Sendable {
  /// The time is up.
  case time
  /// This many evaluations were made.
  case evaluations(Int)
  /// More bits than this would be needed.
  case precision(Int)
  /// A number that others are made of is not between 10 to minus this power and 10 to this power.
  case magnitude(Int)
}
