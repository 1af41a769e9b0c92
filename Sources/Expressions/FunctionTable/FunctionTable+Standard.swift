extension FunctionTable {
  /// The functions of the log-density language, one file each under `Functions/` (besides exp, log and inf, the core).
  public static let standard = FunctionTable([
    .expectation, .diff,
  ])
}
