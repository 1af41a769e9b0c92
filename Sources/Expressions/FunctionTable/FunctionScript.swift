/// A function's value in the languages of other systems, written in the function's own parameter names.
///
/// With these a result is repeated without this program.
public struct FunctionScript: Sendable {
  /// An expression of Python after `from mpmath import *`.
  public let mpmath: String
  /// An expression of PARI/GP.
  public let pari: String

  /// Creates the pair.
  public init(mpmath: String, pari: String) {
    self.mpmath = mpmath
    self.pari = pari
  }
}
