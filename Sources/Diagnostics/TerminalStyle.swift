/// The few ways in which a diagnostic is coloured on a terminal.
enum TerminalStyle: String {
  case failure = "\u{1B}[1;31m"
  case caution = "\u{1B}[1;33m"
  case guide = "\u{1B}[1;34m"
  case advice = "\u{1B}[1;36m"
  case strong = "\u{1B}[1m"

  static let reset = "\u{1B}[0m"

  /// The text in this style, if colours are wanted.
  func applied(to text: String, _ colour: Bool) -> String { colour ? rawValue + text + Self.reset : text }
}
