internal import CMPFR

extension Integer: CustomStringConvertible {
  /// Reads an optional sign and decimal digits; anything else gives `nil`.
  public init?(_ decimal: String) {
    if let small = Int(decimal) {
      self.init(small)
      return
    }
    var digits = Substring(decimal)
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits.removeFirst() }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    let magnitude = String(digits).withCString { text in
      Integer(computing: { __gmpz_set_str($0, text, 10) })
    }
    self = isNegative ? -magnitude : magnitude
  }

  /// The value in decimal.
  public var description: String {
    if let small = asInt { return String(small) }
    return withGMP { value in
      // Two more than the digits that GMP counts: the sign and the terminating zero.
      let capacity = Int(__gmpz_sizeinbase(value, 10)) + 2
      return withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
        guard let start = buffer.baseAddress else { return "" }
        __gmpz_get_str(start, 10, value)
        return String(cString: start)
      }
    }
  }
}
