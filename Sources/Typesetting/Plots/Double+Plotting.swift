#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Double {
  /// The logarithm to the base 10.
  var decimalLogarithm: Double { log10(self) }

  /// A power of ten.
  static func powerOfTen(_ exponent: Double) -> Double { pow(10, exponent) }

  /// The number with at most so many decimals, without zeros at its end.
  func text(decimals: Int) -> String {
    guard isFinite else { return "0" }
    let unit = Double.powerOfTen(Double(decimals)).rounded()
    let scaled = (self * unit).rounded()
    guard scaled.magnitude < 9e15 else { return "\(self)" }
    let whole = Int(scaled.magnitude)
    let sign = scaled < 0 ? "-" : ""
    let step = Int(unit)
    var fraction = String(whole % step)
    fraction = String(repeating: "0", count: max(0, decimals - fraction.count)) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    return sign + "\(whole / step)" + (fraction.isEmpty || decimals == 0 ? "" : "." + fraction)
  }
}
