import Diagnostics
import FamilyCatalog

/// How many families carry each tag.
struct TagCounts {
  private let counts: [String: Int]

  /// Counts the tags of some families.
  init(_ families: [Family]) {
    counts = Dictionary(families.flatMap(\.tags).map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// The number of families with a tag; nil where no family has it.
  subscript(tag: String) -> Int? { counts[tag] }

  /// The tags that a misspelt one may have been meant to be.
  func nearest(to tag: String) -> [String] { SpellingSuggestion(among: counts.keys.sorted()).nearest(to: tag) }

  /// A table of the tags, the most frequent first.
  var text: String {
    let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return TextTable(order.map { [$0.key, "\($0.value)"] }).text
  }
}
