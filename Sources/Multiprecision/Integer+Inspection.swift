internal import CMPFR

extension Integer {
  /// The value as a machine integer, if it fits.
  public var asInt: Int? {
    if case .small(let value) = storage { return value }
    return nil
  }

  /// -1, 0 or 1.
  public var signum: Int {
    switch storage {
    case .small(let value): return value.signum()
    case .big(let box): return box.value._mp_size < 0 ? -1 : 1
    }
  }

  /// The absolute value.
  public var magnitude: Integer { signum < 0 ? -self : self }

  /// The number of bits of the absolute value; 0 for 0.
  public var bitWidth: Int {
    switch storage {
    case .small(let value): return Int.bitWidth - value.magnitude.leadingZeroBitCount
    case .big: return withGMP { Int(__gmpz_sizeinbase($0, 2)) }
    }
  }

  /// Whether the value is 0.
  public var isZero: Bool { asInt == 0 }
  /// Whether the value is 1.
  public var isOne: Bool { asInt == 1 }

  /// Whether the value is a multiple of 2.
  public var isEven: Bool {
    switch storage {
    case .small(let value): return value & 1 == 0
    case .big(let box): return box.value._mp_d[0] & 1 == 0
    }
  }

  /// The value rounded towards zero to a double; infinite where it exceeds the range.
  public var doubleValue: Double {
    switch storage {
    case .small(let value): return Double(value)
    case .big:
      var exponent = 0
      let fraction = withGMP { __gmpz_get_d_2exp(&exponent, $0) }
      return Double(sign: .plus, exponent: exponent, significand: fraction)
    }
  }

  /// Whether both are the same integer.
  public static func == (a: Integer, b: Integer) -> Bool {
    switch (a.storage, b.storage) {
    case (.small(let x), .small(let y)): return x == y
    case (.big, .big): return a.withGMP { x in b.withGMP { y in __gmpz_cmp(x, y) == 0 } }
    default: return false
    }
  }

  /// Whether the first is less.
  public static func < (a: Integer, b: Integer) -> Bool {
    if case .small(let x) = a.storage, case .small(let y) = b.storage { return x < y }
    return a.withGMP { x in b.withGMP { y in __gmpz_cmp(x, y) < 0 } }
  }

  /// Feeds the value to a hasher, the same for equal values however they came about.
  public func hash(into hasher: inout Hasher) {
    switch storage {
    case .small(let value):
      hasher.combine(value)
    case .big(let box):
      hasher.combine(box.value._mp_size)
      for index in 0..<Int(box.value._mp_size.magnitude) { hasher.combine(box.value._mp_d[index]) }
    }
  }
}
