/// The words that begin a statement of a family's file.
enum FamilyKeyword: String, CaseIterable {
  case family, title, variable, parameter, known, constraint, call, density, tag, claim
  case logDensity = "log density"

  /// Whether a second statement of the kind would contradict the first.
  var isUnique: Bool {
    switch self {
    case .family, .title, .density, .logDensity: true
    case .variable, .parameter, .known, .constraint, .call, .tag, .claim: false
    }
  }
}
