import ArgumentParser

/// The forms in which a check can be written.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  /// An aligned table.
  case text
  /// One object for other programs.
  case json
}
