internal import CMPFR

/// An integer of any size.
///
/// Values that fit a machine word are stored inline and computed with overflow-checked machine arithmetic; larger ones
/// live in an immutable GMP box. The representation is unique, so equality never depends on how a value was computed.
public struct Integer: Hashable, Comparable, Sendable {
  enum Storage {
    case small(Int)
    case big(LimbBox)
  }

  let storage: Storage

  init(storage: Storage) { self.storage = storage }

  /// The integer equal to a machine integer.
  public init(_ value: Int) { storage = .small(value) }

  /// The integer equal to a machine word.
  public init(_ value: UInt) {
    if let small = Int(exactly: value) {
      self.init(small)
    } else {
      self.init(computing: { __gmpz_set_ui($0, value) })
    }
  }

  /// The integer whose GMP value `body` stores into its argument.
  init(computing body: (mpz_ptr) -> Void) {
    var value = __mpz_struct()
    __gmpz_init(&value)
    body(&value)
    if __gmpz_fits_slong_p(&value) != 0 {
      storage = .small(__gmpz_get_si(&value))
      __gmpz_clear(&value)
    } else {
      storage = .big(LimbBox(owning: value))
    }
  }

  /// Calls `body` with a read-only GMP view of the value; a small value needs no allocation.
  @discardableResult
  func withGMP<Result>(_ body: (mpz_srcptr) -> Result) -> Result {
    switch storage {
    case .small(let small):
      var limb = small.magnitude
      return withUnsafeMutablePointer(to: &limb) { limbPointer in
        var view = __mpz_struct(_mp_alloc: 0, _mp_size: Int32(small.signum()), _mp_d: limbPointer)
        return body(&view)
      }
    case .big(let box):
      return withExtendedLifetime(box) {
        var view = box.value
        return body(&view)
      }
    }
  }
}

extension Integer: ExpressibleByIntegerLiteral {
  /// The integer equal to a literal.
  public init(integerLiteral value: Int) { self.init(value) }
}
