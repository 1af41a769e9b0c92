internal import Expressions

/// A function under the sign by which formulas write it: `B(a, b)`, `Φ(x)`, `I_0(x)`, `ψ_1(x)`.
struct WrittenFunction {
  let function: FunctionID
  /// The text of the first argument where it is written as an index.
  let index: String?

  /// The function that a name with so many arguments in parentheses stands for; nil where the table has none.
  init?(_ name: String, arguments count: Int, in functions: FunctionTable) {
    if let found = functions.function(written: Self.sign(name), arguments: count) {
      (function, index) = (found, nil)
      return
    }
    let parts = name.split(separator: "_", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let (stem, lowered) = (Self.sign(String(parts[0])), Self.lowered(parts[1]))
    if let lowered, let found = functions.function(written: stem + lowered, arguments: count) {
      (function, index) = (found, nil)
    } else if let found = functions.function(indexed: stem, arguments: count + 1) {
      (function, index) = (found, String(parts[1]))
    } else {
      return nil
    }
  }

  /// The sign of a letter that is known by its name: Φ for `Phi`; the capital beta looks like a B.
  private static func sign(_ name: String) -> String {
    name == "Beta" ? "B" : GreekLetters.letter(named: name).map { String($0) } ?? name
  }

  private static func lowered(_ digits: Substring) -> String? {
    var result = ""
    for digit in digits.unicodeScalars {
      guard ("0"..."9").contains(digit), let low = Unicode.Scalar(digit.value - 0x30 + 0x2080) else { return nil }
      result.unicodeScalars.append(low)
    }
    return result
  }
}
