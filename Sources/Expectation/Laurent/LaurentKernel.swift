internal import Calculus
internal import Expressions

/// A weight times integer powers of one function v of the variable, whose integrals are known for every exponent:
/// from them follow the expectations of all Laurent polynomials in v, for a density that is one of those powers.
struct LaurentKernel {
  /// The stable name, e.g. `kernel.abel-sum`.
  let id: String
  /// The integral's name in a sentence.
  let title: String
  /// Where the integrals stand.
  let source: String
  /// What v is affine in: `k`, `cos(u)`, or `x^2`.
  let generator: Expr
  /// v = offset + slope*generator.
  let offset: Expr
  /// The slope of v in the generator; not zero.
  let slope: Expr
  /// The exponent of v in the density.
  let exponent: Int
  /// The logarithm of the density less that of weight and power.
  let constant: Expr
  /// The conditions under which the integrals converge to their values.
  let conditions: [Condition]
  /// The integral of the weight times v to a power; nil beyond the exponents that are kept.
  let integral: (Int) -> Expr?
}

/// A kind of Laurent kernel, read off a density.
protocol LaurentKernelKind: Sendable {
  /// The kernel that a density of one variable is an instance of, its conditions proved; nil for another density.
  func kernel(of setting: DensitySetting) -> LaurentKernel?
}

/// The kinds of Laurent kernel, one file each in this folder.
let standardLaurentKernels: [any LaurentKernelKind] = [
  PeriodicPower(),
  IntervalPower(),
  IntervalQuadraticPower(),
  AbelSum(),
]
