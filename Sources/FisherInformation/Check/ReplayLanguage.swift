/// A system in which a check can be repeated.
public enum ReplayLanguage: String, CaseIterable, Sendable {
  /// Python with mpmath.
  case mpmath
  /// PARI/GP.
  case pari
}
