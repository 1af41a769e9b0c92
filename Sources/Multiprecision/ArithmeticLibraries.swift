internal import CMPFR

/// The libraries that compute.
public enum ArithmeticLibraries {
  /// The version of GMP that is loaded, e.g. `6.3.0`.
  public static var gmpVersion: String { String(cString: derive_gmp_version()) }

  /// The version of MPFR that is loaded, e.g. `4.2.1`.
  public static var mpfrVersion: String { String(cString: mpfr_get_version()) }
}
