import Foundation

/// A double with its derivatives by a few variables; the largest number met on the way tells how many digits are left.
struct Dual {
  var value: Double
  var derivatives: [Double]
  var magnitude: Double

  init(_ value: Double, _ derivatives: [Double], magnitude: Double = 0) {
    self.value = value
    self.derivatives = derivatives
    let largest = derivatives.map(abs).reduce(abs(value), max)
    self.magnitude = largest.isFinite ? max(magnitude, largest) : .infinity
  }

  /// A function of this value with a derivative.
  func mapped(_ value: Double, slope: Double) -> Dual {
    Dual(value, derivatives.map { $0 * slope }, magnitude: max(magnitude, abs(slope)))
  }

  static func + (a: Dual, b: Dual) -> Dual {
    Dual(a.value + b.value, zip(a.derivatives, b.derivatives).map(+), magnitude: max(a.magnitude, b.magnitude))
  }

  static prefix func - (a: Dual) -> Dual { a.mapped(-a.value, slope: -1) }

  static func * (a: Dual, b: Dual) -> Dual {
    let derivatives = zip(a.derivatives, b.derivatives).map { $0 * b.value + a.value * $1 }
    return Dual(a.value * b.value, derivatives, magnitude: max(a.magnitude, b.magnitude))
  }

  static func / (a: Dual, b: Dual) -> Dual { a * b.mapped(1 / b.value, slope: -1 / (b.value * b.value)) }

  /// A power; the logarithm of the base counts only where the exponent varies.
  func raised(to exponent: Dual) -> Dual {
    let value = pow(self.value, exponent.value)
    let byBase = exponent.value * pow(self.value, exponent.value - 1)
    let parts = zip(derivatives, exponent.derivatives).map { base, power in
      (base == 0 ? 0 : byBase * base) + (power == 0 ? 0 : value * log(self.value) * power)
    }
    return Dual(value, parts, magnitude: max(magnitude, exponent.magnitude))
  }

  /// Γ(x + 1).
  var factorial: Dual {
    guard value > -1 else { return Dual(.nan, derivatives) }
    let value = tgamma(self.value + 1)
    return mapped(value, slope: value * Self.digamma(self.value + 1))
  }

  /// The logarithmic derivative of Γ, by its recurrence and its asymptotic series (DLMF 5.5.2, 5.11.2).
  static func digamma(_ x: Double) -> Double {
    guard x > 0 else { return .nan }
    if x < 10 { return digamma(x + 1) - 1 / x }
    let inverse = 1 / (x * x)
    let series =
      inverse * (1 / 12.0 - inverse * (1 / 120.0 - inverse * (1 / 252.0 - inverse * (1 / 240.0 - inverse / 132))))
    return log(x) - 1 / (2 * x) - series
  }
}
