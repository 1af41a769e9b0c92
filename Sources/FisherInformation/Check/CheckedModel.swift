public import Diagnostics
internal import Expressions
internal import Multiprecision
internal import Numerics

/// A model at one point, ready to be checked here or elsewhere.
public struct CheckedModel {
  let derived: DerivedModel
  let point: [Rational]
  let digits: Int
  let limits: WorkLimits

  /// All ways to the information, and how far they agree.
  ///
  /// - Throws: a diagnostic where the integration reached a limit, or where the density does not integrate to 1.
  public func crossCheck() throws(DiagnosticList) -> CrossCheck {
    let check: CrossCheck
    do {
      check = try CrossCheck(derived, at: point, digits: digits, limits: limits)
    } catch {
      throw DiagnosticList([.numericFailure(error, in: derived.model)])
    }
    guard check.isNormalized else { throw DiagnosticList([.notNormalized(check, derived.model)]) }
    return check
  }

  /// A script with which anyone repeats the check in another system.
  ///
  /// - Throws: a diagnostic where the other system lacks a function, or where the normaliser has no closed form.
  public func script(in language: ReplayLanguage) throws(DiagnosticList) -> String {
    guard derived.results.setting.isNormalized else { throw DiagnosticList([.noNormalizerToReplay(derived.model)]) }
    do {
      return try ReplayScript(self, language).text
    } catch {
      throw DiagnosticList([.notReplayable(error, in: language)])
    }
  }
}
