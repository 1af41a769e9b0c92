#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Functions of machine doubles: the one file of this module that imports the platform's C library.
extension Double {
  var naturalLogarithm: Double { log(self) }
  var decimalLogarithm: Double { log10(self) }
  var sine: Double { sin(self) }
  var cosine: Double { cos(self) }
  var hyperbolicCosine: Double { cosh(self) }

  /// The logarithm of the gamma function, for positive numbers; not a number for others.
  ///
  /// Stirling's series (DLMF 5.11.1) beyond 10, where its terms up to the fifth suffice for machine precision.
  var logGamma: Double {
    guard self > 0 else { return .nan }
    var (z, product) = (self, 1.0)
    while z < 10 { (z, product) = (z + 1, product * z) }
    let y = 1 / (z * z)
    let series = (1.0 / 12 - y * (1.0 / 360 - y * (1.0 / 1260 - y * (1.0 / 1680 - y / 1188)))) / z
    return (z - 0.5) * log(z) - z + 0.918_938_533_204_672_7 + series - log(product)
  }
}
