internal import CMPFR

/// Constants such as π that the library keeps for each thread.
public enum ThreadCaches {
  /// Frees those of the current thread, which is about to end.
  public static func free() { mpfr_free_cache() }
}
