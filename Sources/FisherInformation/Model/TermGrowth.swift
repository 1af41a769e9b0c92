internal import Multiprecision

/// How fast a term grows: `exp(rate*distance) * distance^power * log(distance)^logarithms`.
struct TermGrowth: Comparable {
  var rate = Rational(0)
  var power = Rational(0)
  var logarithms = 0

  static func < (a: TermGrowth, b: TermGrowth) -> Bool {
    if a.rate != b.rate { return a.rate < b.rate }
    return a.power == b.power ? a.logarithms < b.logarithms : a.power < b.power
  }
}
