internal import CMPFR

/// An immutable binary floating-point number of any precision: what a numeric evaluation hands out.
///
/// Unchecked because the compiler cannot see that the digits behind the pointer are only ever read.
public final class Real: @unchecked Sendable {
  private let value: __mpfr_struct

  /// The precision, in bits.
  public var precision: Int { value._mpfr_prec }

  /// The number of `precision` bits whose value `body` stores into its argument.
  init(precision: Int, computing body: (mpfr_ptr) -> Void) {
    var fresh = __mpfr_struct()
    mpfr_init2(&fresh, Swift.max(precision, 2))
    body(&fresh)
    value = fresh
  }

  deinit {
    var last = value
    mpfr_clear(&last)
  }

  convenience init(copying source: mpfr_srcptr) {
    self.init(precision: source.pointee._mpfr_prec) { mpfr_set($0, source, MPFR_RNDN) }
  }

  /// The rational rounded to `precision` bits.
  public convenience init(_ value: Rational, precision: Int) {
    self.init(precision: precision) { destination in
      value.withGMP { _ = mpfr_set_q(destination, $0, MPFR_RNDN) }
    }
  }

  /// The double, exactly, with 53 bits.
  public convenience init(_ value: Double) {
    self.init(precision: 53) { mpfr_set_d($0, value, MPFR_RNDN) }
  }

  /// Reads a decimal numeral such as `-0.4444` or `1.5e-30`, rounded to `precision` bits; `inf`, `-inf` and `nan` too.
  public convenience init?(_ text: String, precision: Int) {
    var isRead = false
    self.init(precision: precision) { destination in
      isRead = !text.isEmpty && mpfr_set_str(destination, text, 10, MPFR_RNDN) == 0
    }
    if !isRead { return nil }
  }

  /// Calls `body` with a read-only MPFR view of the value.
  @discardableResult
  func withMPFR<Result>(_ body: (mpfr_srcptr) -> Result) -> Result {
    withExtendedLifetime(self) {
      var view = value
      return body(&view)
    }
  }
}
