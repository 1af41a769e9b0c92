import Diagnostics

// What can be wrong with a family's file, in alphabetical order.
extension Diagnostic {
  static func claimAboutStranger(_ name: Passage) -> Diagnostic {
    Diagnostic(
      id: "family.claim-about-stranger", message: "the claim is about `\(name.text)`, which is no parameter",
      primary: Label(name.span, "not declared as a parameter"))
  }

  static func claimWithoutSource(_ place: Passage) -> Diagnostic {
    Diagnostic(
      id: "family.claim-without-source", message: "a claim needs a value and its source",
      primary: Label(place.span, "no `source` here"),
      help: "write `claim information a b = 0 source \"where it was published\"`")
  }

  static func emptyStatement(_ keyword: Passage) -> Diagnostic {
    Diagnostic(
      id: "family.empty-statement", message: "nothing follows `\(keyword.text)`",
      primary: Label(keyword.span, "needs something after it"))
  }

  static func missingStatement(_ keyword: FamilyKeyword, at end: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "family.missing-statement", message: "the family has no `\(keyword.rawValue)`",
      primary: Label(end, "expected before the end of the file"), help: keyword.example)
  }

  static func missingStatement(_ keyword: ExerciseKeyword, at end: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "exercise.missing-statement", message: "the exercise has no `\(keyword.rawValue)`",
      primary: Label(end, "expected before the end of the file"),
      help: "write `\(keyword.rawValue)` at the beginning of a line, then what it is")
  }

  static func callOfStranger(_ name: Passage) -> Diagnostic {
    Diagnostic(
      id: "family.call-of-stranger",
      message: "the call has an argument for `\(name.text)`, which the family does not declare",
      primary: Label(name.span, "neither a parameter nor known"))
  }

  static func notACall(_ place: Passage) -> Diagnostic {
    Diagnostic(
      id: "family.not-a-call", message: "expected a name and arguments, found `\(place.text)`",
      primary: Label(place.span, "not a call"), help: FamilyKeyword.call.example)
  }

  static func notAClaim(_ place: Passage) -> Diagnostic {
    Diagnostic(
      id: "family.not-a-claim", message: "expected a claim about two parameters, found `\(place.text)`",
      primary: Label(place.span, "not `information`, two names and `=`"), help: FamilyKeyword.claim.example)
  }

  static func notADeclaration(_ place: Passage) -> Diagnostic {
    Diagnostic(
      id: "family.not-a-declaration", message: "expected a name and its domain, found `\(place.text)`",
      primary: Label(place.span, "not a name, `in` and a set"), help: FamilyKeyword.parameter.example)
  }

  static func notAnExactNumber(_ value: Passage) -> Diagnostic {
    Diagnostic(
      id: "family.not-an-exact-number", message: "`\(value.text)` is not an exact number",
      primary: Label(value.span, "typical values are numbers"), help: "write `2`, `5/2` or `0.25`")
  }

  static func nameOtherThanFile(_ name: Passage, file: String) -> Diagnostic {
    Diagnostic(
      id: "family.name-other-than-file", message: "the family `\(name.text)` stands in a file of another name",
      primary: Label(name.span, "the file is `\(file)`"), help: "rename the file to `\(name.text).family`")
  }

  static func repeatedStatement(_ keyword: Passage, first: Passage) -> Diagnostic {
    Diagnostic(
      id: "family.repeated-statement", message: "`\(keyword.text)` where there is a `\(first.text)` already",
      primary: Label(keyword.span, "the second"), secondary: [Label(first.span, "the first")])
  }

  static func typicalValueOutside(_ value: Passage, condition: Passage) -> Diagnostic {
    Diagnostic(
      id: "family.typical-value-outside", message: "the typical value \(value.text) lies outside the domain",
      primary: Label(value.span, "excluded"), secondary: [Label(condition.span, "by this domain")])
  }

  static func unknownClaim(_ word: Passage) -> Diagnostic {
    Diagnostic(
      id: "family.unknown-claim", message: "a claim about `\(word.text)` is unknown",
      primary: Label(word.span, "claims are about `information`"), help: FamilyKeyword.claim.example)
  }

  static func unknownExpectation(_ word: Passage) -> Diagnostic {
    Diagnostic(
      id: "family.unknown-expectation", message: "expected `holds` or `refuted`, found `\(word.text)`",
      primary: Label(word.span, "not what a verification can find"))
  }

  static func unknownFamily(_ name: String, nearest: [String], folders: [String]) -> Diagnostic {
    let names = nearest.map { "`\($0)`" }.joined(separator: " or ")
    return Diagnostic(
      id: "family.unknown-family", message: "there is no family `\(name)`", notes: [searched(folders)],
      help: nearest.isEmpty ? (folders.isEmpty ? folderHelp : nil) : "did you mean \(names)?")
  }

  /// A catalogue without a family: the program was copied away from its folder, or another one was named.
  static func noFamilies(folders: [String]) -> Diagnostic {
    Diagnostic(
      id: "family.none", message: "there are no families", notes: [searched(folders)], help: folderHelp)
  }

  /// Where families were looked for.
  static func searched(_ folders: [String]) -> String {
    folders.isEmpty ? "there is no folder of families" : "searched \(folders.joined(separator: ", "))"
  }

  static let folderHelp = "name a folder of families with `--families` or in the variable DERIVE_FAMILIES"

  static func unknownKeyword(
    _ keyword: Passage, among known: [String] = FamilyKeyword.allCases.map(\.rawValue)
  ) -> Diagnostic {
    let nearest = SpellingSuggestion(among: known).nearest(to: keyword.text, limit: 1).first
    return Diagnostic(
      id: "family.unknown-keyword", message: "a statement cannot begin with `\(keyword.text)`",
      primary: Label(keyword.span, "not a keyword"),
      notes: nearest == nil ? ["statements begin with \(known.map { "`\($0)`" }.joined(separator: ", "))"] : [],
      help: nearest.map { "did you mean `\($0)`?" })
  }

  static func unreadable(_ path: String, _ failure: FileSystem.Failure) -> Diagnostic {
    switch failure {
    case .system(let reason):
      Diagnostic(id: "family.unreadable", message: "cannot read `\(path)`: \(reason)")
    case .notText:
      Diagnostic(id: "family.unreadable", message: "cannot read `\(path)`: it is not UTF-8 text")
    case .tooLong:
      Diagnostic(
        id: "limit.family-bytes", message: "`\(path)` is longer than \(Family.maximumBytes) bytes")
    }
  }
}

extension FamilyKeyword {
  /// How to write a statement of the kind.
  var example: String {
    switch self {
    case .family: "write `family weight`, with the name of the file"
    case .title: "write `title` and a name for readers"
    case .variable: "write `variable x in (0, inf)`"
    case .parameter: "write `parameter k in (0, inf) typical 1/2, 3`"
    case .known: "write `known n in {1, 2, ...} typical 1, 5`"
    case .constraint: "write `constraint a < b`"
    case .call: "write `call Gamma(shape = alpha, rate = beta)`"
    case .density: "write `density` and the density"
    case .logDensity: "write `log density` and the logarithm of the density"
    case .tag: "write `tag` and words between commas"
    case .claim: "write `claim information a b = 0 source \"where it was published\"`"
    }
  }
}
