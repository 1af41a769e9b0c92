import Diagnostics
import Testing

struct SpellingSuggestionTests {
  @Test(arguments: [
    ("", "", 0), ("log", "log", 0), ("lgama", "lgamma", 1), ("lgo", "log", 1), ("kitten", "sitting", 3), ("", "exp", 3),
    ("ca", "abc", 3),
  ])
  func distance(_ a: String, _ b: String, _ expected: Int) {
    #expect(SpellingSuggestion.distance(a, b) == expected)
    #expect(SpellingSuggestion.distance(b, a) == expected)
  }

  @Test(arguments: [
    ("lgama", ["lgamma"]), ("Log", ["log"]), ("digama", ["digamma"]), ("x", []), ("frobnicate", []), ("expo", ["exp"]),
  ])
  func nearest(_ name: String, _ expected: [String]) {
    let suggestion = SpellingSuggestion(among: ["log", "exp", "lgamma", "gamma", "digamma", "trigamma", "abs"])
    #expect(suggestion.nearest(to: name) == expected)
  }
}
