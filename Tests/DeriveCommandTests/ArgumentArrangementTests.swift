import Testing

@testable import DeriveCommand

@Suite struct ArgumentArrangementTests {
  static let cases: [(given: [String], arranged: [String])] = [
    (["log p = x"], ["fisher", "--", "log p = x"]),
    (["fisher", "x", "--steps"], ["fisher", "--steps", "--", "x"]),
    (["-log(theta), 0 < x < theta"], ["fisher", "--", "-log(theta), 0 < x < theta"]),
    (["--format", "json", "-x^2/2"], ["fisher", "--format", "json", "--", "-x^2/2"]),
    (["-x^2/2", "--format", "json"], ["fisher", "--format", "json", "--", "-x^2/2"]),
    (["--assume", "-x < 3", "m"], ["fisher", "--assume", "-x < 3", "--", "m"]),
    (["--format=json", "m"], ["fisher", "--format=json", "--", "m"]),
    (["-"], ["fisher", "--", "-"]),
    (["-o", "-file", "m"], ["fisher", "-o", "-file", "--", "m"]),
    (["--", "--steps"], ["fisher", "--", "--steps"]),
    (["--x^2"], ["fisher", "--", "--x^2"]),
    (["--fromat", "json"], ["fisher", "--fromat", "--", "json"]),
    (["--help"], ["fisher", "--help"]),
    (["help"], ["help"]),
    (["--generate-completion-script", "zsh"], ["--generate-completion-script", "zsh"]),
    ([], ["fisher"]),
  ]

  @Test(arguments: cases)
  func optionsComeBeforeModels(given: [String], arranged: [String]) {
    #expect(ArgumentArrangement.arranged(given) == arranged)
  }

  /// The help lists every option; the arrangement must know each, and know which take a value.
  @Test func everyOptionIsKnown() throws {
    let help = FisherCommand.helpMessage(columns: 200)
    for line in help.split(separator: "\n") {
      guard let match = line.firstMatch(of: /^  (?:(-[a-z]), )?(--[a-z-]+)( <)?/) else { continue }
      for name in [match.1, match.2].compactMap(\.self).map(String.init) {
        let known = match.3 == nil ? ArgumentArrangement.flags : ArgumentArrangement.valued
        #expect(known.contains(name), "\(name)")
      }
    }
  }

  static let words: [(word: String, quoted: String)] = [
    ("derive", "derive"), ("--at", "--at"), ("a b", "'a b'"), ("it's", #"'it'\''s'"#), ("", "''"), ("θ", "'θ'"),
  ]

  @Test(arguments: words)
  func wordsAreQuotedForAShell(word: String, quoted: String) {
    #expect(ShellWord.quoted(word) == quoted)
  }
}
