/// What the two ways to the incomplete gamma function cost, in multiplications; only speed depends on these estimates.
struct IncompleteGammaCost {
  /// The bits that the difference of `Gamma(s)` and the power series will lose.
  let cancellation: Int
  /// The estimated number of terms of the power series, dearer by the precision that makes up for the cancellation.
  let seriesCost: Double
  /// The estimated number of steps of the continued fraction: each multiplies the error by about `e^(-2 sqrt(x/n))`.
  let fractionCost: Double

  init(s: Double, x: Double, precision: Int) {
    let shape = Swift.max(s, 0)
    let logarithm = shape > 0 ? (x / shape).roughBinaryLogarithm : 0
    let excess = x > shape ? 1.4427 * (x - shape) - shape * logarithm : 0
    cancellation = excess < 1e7 ? Int(excess) + 8 : 10_000_000
    let bits = Double(precision + cancellation)
    // Terms x^n / (s)_n fall below the precision, relative to the largest, where their Stirling estimate does.
    let start = x > shape ? -1.4427 * x : shape * ((Swift.max(shape, 1e-9) / x).roughBinaryLogarithm - 1.4427)
    var count = 8.0
    while count < 1e7 {
      let top = shape + count
      if top * ((top / x).roughBinaryLogarithm - 1.4427) - start >= bits { break }
      count *= 1.2
    }
    seriesCost = 4 * count * bits / Double(precision)
    let nepers = 0.6931 * Double(precision)
    fractionCost = 4 * (nepers * nepers / (16 * x) + 4)
  }
}

extension Double {
  /// The binary logarithm of a positive number to within 0.01.
  var roughBinaryLogarithm: Double {
    let fraction = significand - 1
    return Double(exponent) + fraction * (1.3465 - 0.3465 * fraction)
  }
}
