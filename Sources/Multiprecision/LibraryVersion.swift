internal import CMPFR

/// The versions of the libraries that are loaded, which may differ from those of the headers.
public enum LibraryVersion {
  /// GMP's version, e.g. `6.2.1`.
  public static var gmp: String { __gmp_version.map { String(cString: $0) } ?? "unknown" }

  /// MPFR's version, e.g. `4.2.0`.
  public static var mpfr: String { mpfr_get_version().map { String(cString: $0) } ?? "unknown" }
}
