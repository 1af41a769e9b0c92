#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The elementary functions of machine doubles: the one file of the tape that imports the platform's C library.
extension Double {
  var exponential: Double { exp(self) }
  var naturalLogarithm: Double { log(self) }
  var logarithmOfSuccessor: Double { log1p(self) }
  var binaryLogarithm: Double { log2(self) }
  var inverseHyperbolicSine: Double { asinh(self) }
  var hyperbolicSine: Double { sinh(self) }
  var hyperbolicCosine: Double { cosh(self) }

  func raised(to exponent: Double) -> Double { pow(self, exponent) }

  /// 1 minus a number, whose logarithm is known.
  static func complement(_ value: Double, logarithm: Double) -> Double {
    logarithm.magnitude < powerOfTwo(Tape.cancellingExponent) ? -expm1(logarithm) : 1 - value
  }

  static func powerOfTwo(_ exponent: Int) -> Double { Double(sign: .plus, exponent: exponent, significand: 1) }
}
