import Calculus
import Diagnostics

/// How the program ends, by the contract of the command line.
enum ExitStatus: Int32 {
  /// Verified, or numeric with agreed digits.
  case success = 0
  /// No result that can be stood behind.
  case undecided = 1
  /// The input or the usage is wrong.
  case usage = 2
  /// Symbolic and numeric results disagree: a defect of the program.
  case contradiction = 3
  /// The theory fails on the whole domain, or at the point that was asked for.
  case irregular = 4
  /// A published claim was refuted.
  case refuted = 5

  /// The status of a report.
  init(_ report: Report) {
    guard report.contradictions.isEmpty else {
      self = .contradiction
      return
    }
    switch report.status {
    case .verified, .numeric: self = .success
    case .irregular: self = .irregular
    case .undecided: self = .undecided
    }
  }

  /// The status of a model in parts.
  static func worst(of parts: [ExitStatus]) -> ExitStatus { parts.max { $0.gravity < $1.gravity } ?? .undecided }

  /// How bad the news is; the worst part of a model decides.
  private var gravity: Int {
    switch self {
    case .success: 0
    case .irregular: 1
    case .undecided: 2
    case .refuted: 3
    case .usage: 4
    case .contradiction: 5
    }
  }

  /// The status of a failure: a bound that was reached is no fault of the input.
  init(_ failure: DiagnosticList) { self = failure.isLimit ? .undecided : .usage }
}
