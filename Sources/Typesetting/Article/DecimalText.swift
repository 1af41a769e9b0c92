/// Decimal numbers as text, as the numeric engine prints them.
enum DecimalText {
  /// The number rounded to fewer significant digits, half away from zero; other text (`inf`, `nan`) is unchanged, and a
  /// fraction of zeros only is dropped.
  static func rounded(_ text: String, to digits: Int) -> String {
    let sign = text.hasPrefix("-") ? "−" : ""
    let unsigned = text.drop { $0 == "-" || $0 == "+" }
    guard let first = unsigned.first, first.isNumber else { return infinite(text) }
    let parts = unsigned.split(separator: "e", maxSplits: 1)
    let exponent = parts.count == 2 ? "e" + parts[1] : ""
    let (mantissa, carried) = cut(Array(parts[0]), to: max(digits, 1))
    return sign + trimmed(carried ? "1" + mantissa : mantissa) + exponent
  }

  private static func infinite(_ text: String) -> String {
    switch text {
    case "inf": "∞"
    case "-inf": "−∞"
    default: text
    }
  }

  /// Keeps so many significant digits, zeros in place of dropped ones before the point; says whether a digit was gained.
  private static func cut(_ mantissa: [Character], to digits: Int) -> (text: String, carried: Bool) {
    var kept: [Character] = []
    var significant = 0
    var next: Character?
    var seenPoint = false
    for character in mantissa {
      if character == "." {
        seenPoint = true
        kept.append(character)
      } else if significant < digits {
        if significant > 0 || character != "0" { significant += 1 }
        kept.append(character)
      } else {
        if next == nil { next = character }
        if !seenPoint { kept.append("0") }
      }
    }
    guard let next, next >= "5" else { return (String(kept), false) }
    return incremented(kept, significant: digits)
  }

  /// Adds one unit in the last significant place.
  private static func incremented(_ digits: [Character], significant: Int) -> (text: String, carried: Bool) {
    var result = digits
    var last = -1
    var seen = 0
    for (i, character) in digits.enumerated() where character != "." {
      if seen > 0 || character != "0" { seen += 1 }
      last = i
      if seen == significant { break }
    }
    var i = last
    while i >= 0 {
      if result[i] == "." {
        i -= 1
        continue
      }
      if result[i] != "9" {
        result[i] = Character(String((result[i].wholeNumberValue ?? 0) + 1))
        return (String(result), false)
      }
      result[i] = "0"
      i -= 1
    }
    return (String(result), true)
  }

  /// Without a fraction of zeros only.
  private static func trimmed(_ text: String) -> String {
    guard let point = text.firstIndex(of: ".") else { return text }
    return text[point...].dropFirst().allSatisfy { $0 == "0" } ? String(text[..<point]) : text
  }
}
