import Multiprecision
import Testing

/// A value of a special function, with as many digits as are known.
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

  /// The number of digits of the value; 0 for an exact one, which has as many as are asked for.
  var digits: Int { value.contains(".") ? value.prefix { $0 != "e" }.filter(\.isNumber).count : 0 }

  /// The arguments rounded to `precision` bits.
  func arguments(precision: Int) -> [Real] {
    arguments.split(separator: ",").compactMap { text in
      Rational(text.filter { $0 != " " }).map { Real($0, precision: precision) }
    }
  }
}
