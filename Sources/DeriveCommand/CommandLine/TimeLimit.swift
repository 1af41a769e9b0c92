import Diagnostics
import Numerics

/// The time that an analysis may take, whatever it is doing when the time is over.
///
/// The integration looks at the clock itself and knows best what to say; algebra does not, so it is given up from outside a
/// little later.
struct TimeLimit: Sendable {
  private let seconds: Double

  init(seconds: Double) {
    self.seconds = seconds
  }

  /// What a function comes to.
  ///
  /// - Parameters:
  ///   - source: the text that is analysed.
  ///   - name: what the diagnostic calls it when the limit is reached; nil where there is only one.
  func result<Output: Sendable>(
    in source: SourceText, called name: String? = nil, of body: @escaping @Sendable () throws(InputFailure) -> Output
  ) throws(InputFailure) -> Output {
    let patience = seconds * 1.05 + 0.25
    let result = TimedWork.result(within: patience) { Result { () throws(InputFailure) in try body() } }
    guard let result else { throw InputFailure(DiagnosticList([.timeLimit(seconds, for: name)]), in: source) }
    return try result.get()
  }
}
