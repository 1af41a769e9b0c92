/// A density whose information is known by theory: the ground on which cases of truth are built.
///
/// Texts are in the log-density language with `{x}` for the observed variable and `{1}`, `{2}` for the parameters.
struct TruthKernel: Sendable {
  /// What kind of set a symbol ranges over.
  enum Domain: Sendable {
    case real, positive, unit, aboveOne
    /// A set of observations that no change of variable is tried on.
    case fixed(String)

    /// The set as a condition on a symbol.
    func condition(_ name: String) -> String {
      switch self {
      case .real: "\(name) in R"
      case .positive: "\(name) > 0"
      case .unit: "0 < \(name) < 1"
      case .aboveOne: "\(name) > 1"
      case .fixed(let set): "\(name) in \(set)"
      }
    }
  }

  /// One term of the log-density, in forms that all are equal.
  struct Term: Sendable {
    let forms: [String]
    /// Whether the term may be left out of a density that is given up to a constant.
    let isConstant: Bool

    static func varying(_ forms: String...) -> Term { Term(forms: forms, isConstant: false) }
    static func constant(_ forms: String...) -> Term { Term(forms: forms, isConstant: true) }
  }

  let name: String
  let observed: Domain
  let parameters: [Domain]
  let terms: [Term]
  /// The entries of the information on and above the diagonal, row by row.
  let information: [String]

  init(_ name: String, _ observed: Domain, _ parameters: [Domain], _ terms: [Term], _ information: String...) {
    self.name = name
    self.observed = observed
    self.parameters = parameters
    self.terms = terms
    self.information = information
  }

  /// The entry of the information for two parameters.
  func information(_ i: Int, _ j: Int) -> String {
    let (row, column) = (min(i, j), max(i, j))
    return information[parameters.count == 1 ? 0 : row + column]
  }

  static let all = realLine + halfLine + interval + lattice
}
