import Calculus
import Diagnostics

/// What one entry of a file of reference results came to.
struct ReferenceOutcome {
  let id: String
  /// Whether the file gives a closed form.
  let isClosedFormGiven: Bool
  /// Whether the file says that the theory fails.
  let isIrregular: Bool
  /// The number of points in the file.
  let pointCount: Int
  /// The closed form; nil where the file gives none, or there is no report.
  var closedForm: ClosedForm?
  /// The derived entries beside the stated ones.
  var forms: [Form] = []
  /// The numbers over all points.
  var numbers = NumericFinding.none
  /// Whether an irregular model was found to be irregular; nil for regular ones.
  var isIrregularityFound: Bool?
  /// The status of the report, or why there is none.
  var status = ""
  /// Whether the report stands behind nothing.
  var isUndecided: Bool { status == Report.Status.undecided.rawValue }
  /// Whether there is a report at all.
  var isUnderstood = true
  /// What is wrong, each described.
  var mistakes: [String] = []

  /// Starts with nothing found.
  init(_ entry: ReferenceEntry) {
    id = entry.id
    isClosedFormGiven = entry.closedForm != nil
    isIrregular = !entry.isRegular
    pointCount = entry.points.count
  }

  /// An entry that there is no report on.
  init(_ entry: ReferenceEntry, withoutResult reason: DiagnosticList) {
    self.init(entry)
    isUnderstood = false
    status = reason.diagnostics.first?.message ?? ""
  }

  /// An entry of the information as it was derived and as the file states it.
  struct Form {
    /// The names of the two parameters.
    let place: String
    let derived: String
    let stated: String

    /// Whether it is about as short as the stated one.
    var isShort: Bool { FormLength(of: derived).isAsShort(as: FormLength(of: stated)) }
  }

  /// How much of a closed form was derived.
  enum ClosedForm: Equatable {
    /// Every entry was derived; so many are proved equal, the others agree at the points.
    case derived(proved: Int, of: Int)
    /// Only so many entries were.
    case partly(Int, of: Int)

    var isDerived: Bool {
      if case .derived = self { true } else { false }
    }

    var text: String {
      switch self {
      case .derived(let proved, let count): proved == count ? "closed form proved" : "closed form agrees"
      case .partly(let derived, let count): "\(derived) of \(count) entries closed"
      }
    }
  }

  /// The row of the table.
  var row: [String] {
    guard isUnderstood else { return [id, "no result"] }
    return [id, status, closedForm?.text ?? "-", numbers.text, mistakes.isEmpty ? "" : "WRONG"]
  }
}
