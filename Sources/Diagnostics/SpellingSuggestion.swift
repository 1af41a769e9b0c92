/// Names that a misspelt name may have been meant to be, by edit distance.
public struct SpellingSuggestion: Sendable {
  private let candidates: [String]

  /// Creates a suggester over the names that would have been understood.
  public init(among candidates: [String]) {
    self.candidates = candidates
  }

  /// The nearest names, at most `limit`, nearest first; empty where none is near enough to be worth asking about.
  ///
  /// Near means: at most one edit in a name of up to four letters, at most a third of the letters in a longer one.
  /// Upper and lower case count as the same letter.
  public func nearest(to name: String, limit: Int = 2) -> [String] {
    let lowered = Array(name.lowercased())
    guard lowered.count <= 64 else { return [] }
    let allowed = max(1, lowered.count / 3)
    var found: [(distance: Int, name: String)] = []
    var seen: Set<String> = []
    for candidate in candidates where seen.insert(candidate).inserted {
      let distance = Self.distance(lowered, Array(candidate.lowercased()))
      if distance <= allowed, distance < lowered.count { found.append((distance, candidate)) }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    guard let best = found.first?.distance else { return [] }
    return found.prefix { $0.distance == best }.prefix(limit).map(\.name)
  }

  /// The number of insertions, deletions, substitutions and exchanges of neighbours that turn one word into the other.
  ///
  /// This is the optimal string alignment distance (Damerau 1964; no substring is edited twice).
  public static func distance(_ a: String, _ b: String) -> Int { distance(Array(a), Array(b)) }

  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
