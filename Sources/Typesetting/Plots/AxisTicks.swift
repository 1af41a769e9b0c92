/// The marks of an axis: round values, and decades on a logarithmic axis.
struct AxisTicks {
  /// A mark; one without a label is short.
  struct Tick {
    let value: Double
    let label: MathBox?
  }

  let ticks: [Tick]

  init(_ axis: Plot.Axis, count: Int = 6) {
    let (lower, upper) = (axis.range.lowerBound, axis.range.upperBound)
    switch axis.scale {
    case .linear: ticks = Self.linear(lower, upper, count)
    case .logarithmic: ticks = Self.logarithmic(lower, upper)
    }
  }

  /// Multiples of 1, 2 or 5 times a power of ten.
  private static func linear(_ lower: Double, _ upper: Double, _ count: Int) -> [Tick] {
    let step = roundStep((upper - lower) / Double(count))
    guard step > 0, step.isFinite else { return [] }
    let decimals = max(0, -Int(step.decimalLogarithm.rounded(.down)))
    let first = Int((lower / step - 1e-9).rounded(.up))
    let last = Int((upper / step + 1e-9).rounded(.down))
    guard first <= last else { return [] }
    return (first...last).map { i in
      let value = Double(i) * step
      return Tick(value: value, label: label(value, decimals: decimals, largest: max(lower.magnitude, upper.magnitude)))
    }
  }

  private static func roundStep(_ rough: Double) -> Double {
    let unit = Double.powerOfTen(rough.decimalLogarithm.rounded(.down))
    let ratio = rough / unit
    return unit * (ratio <= 1.001 ? 1 : ratio <= 2.001 ? 2 : ratio <= 5.001 ? 5 : 10)
  }

  /// Decades; between them 2 and 5 where there is room, else short marks.
  private static func logarithmic(_ lower: Double, _ upper: Double) -> [Tick] {
    let (first, last) = (lower.decimalLogarithm, upper.decimalLogarithm)
    let decades = last - first
    let stride = max(1, Int((decades / 7).rounded(.up)))
    let isPlain = first > -3.5 && last < 4.5
    var ticks: [Tick] = []
    for k in Int(first.rounded(.down))...Int(last.rounded(.up)) {
      for digit in 1...9 {
        let value = Double(digit) * Double.powerOfTen(Double(k))
        guard value >= lower * 0.999_999, value <= upper * 1.000_001 else { continue }
        let isLabelled = digit == 1 ? k % stride == 0 : decades <= 2.5 && (digit == 2 || digit == 5)
        if decades > 4, digit != 1 { continue }
        ticks.append(Tick(value: value, label: isLabelled ? label(digit, k, isPlain: isPlain) : nil))
      }
    }
    return ticks
  }

  private static func label(_ digit: Int, _ exponent: Int, isPlain: Bool) -> MathBox {
    if isPlain {
      return number((Double(digit) * Double.powerOfTen(Double(exponent))).text(decimals: max(0, -exponent)))
    }
    let power = MathBox.superscript(.number("10"), number("\(exponent)"))
    return digit == 1 ? power : .row([.number("\(digit)"), .sign(.centredDot), power])
  }

  /// A decimal, or a multiple of a power of ten where all values of the axis are very large or very small.
  private static func label(_ value: Double, decimals: Int, largest: Double) -> MathBox {
    if value == 0 { return .number("0") }
    if largest < 100_000, decimals <= 4 { return number(value.text(decimals: decimals)) }
    let exponent = Int((largest.decimalLogarithm + 1e-9).rounded(.down))
    let mantissa = (value / Double.powerOfTen(Double(exponent))).text(decimals: max(0, decimals + exponent))
    return .row([number(mantissa), .sign(.centredDot), .superscript(.number("10"), number("\(exponent)"))])
  }

  private static func number(_ text: String) -> MathBox {
    text.hasPrefix("-") ? .row([.sign(.negative), .number(String(text.dropFirst()))]) : .number(text)
  }
}
