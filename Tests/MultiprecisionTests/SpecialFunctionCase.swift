import Multiprecision
import Testing

/// A value of a special function to sixty digits.
struct SpecialFunctionCase: Sendable, CustomTestStringConvertible {
  let function: RealFunction
  let name: String
  let arguments: String
  let value: String

  init(_ function: RealFunction, _ name: String, _ arguments: String, _ value: String) {
    self.function = function
    self.name = name
    self.arguments = arguments
    self.value = value
  }

  var testDescription: String { "\(name)(\(arguments))" }

  /// The arguments rounded to `precision` bits.
  func arguments(precision: Int) -> [Real] {
    arguments.split(separator: ",").compactMap { text in
      Rational(text.filter { $0 != " " }).map { Real($0, precision: precision) }
    }
  }
}

extension SpecialFunctionValues {
  /// The first case of each function.
  static var oneOfEach: [SpecialFunctionCase] {
    var seen: Set<String> = []
    return table.filter { seen.insert($0.name).inserted }
  }
}
