internal import CMPFR

/// Owns one GMP integer that never changes after construction.
///
/// Unchecked because the compiler cannot see that the limbs behind the pointer are only ever read.
final class LimbBox: @unchecked Sendable {
  let value: __mpz_struct

  init(owning value: __mpz_struct) { self.value = value }

  deinit {
    var last = value
    __gmpz_clear(&last)
  }
}
