internal import Multiprecision

/// A density that is a product of powers at a parameter point where the exponents are multiples of 1/2: a node takes a square
/// root and a few products, and not an exponential.
struct HalfIntegerPowers {
  private struct Factor {
    let base: Int
    /// The integer part of the exponent, and whether a half comes in addition.
    let whole: Int
    let isHalf: Bool
  }

  private let factors: [Factor]
  /// How many instructions the bases need; see `Tape.DensityPowers`.
  let instructionCount: Int
  /// The register of `e^c`, followed by two for the work.
  private let constant: Int

  /// Larger exponents would take as long as an exponential.
  private static let largestExponent = 8

  /// The registers that it takes.
  static let registerCount = 3

  /// Nil where some exponent is no multiple of 1/2, or a large one.
  ///
  /// - Parameter first: the first of the registers that it takes.
  init?(_ powers: Tape.DensityPowers, _ registers: inout Registers, first: Int) {
    constant = first
    var factors: [Factor] = []
    for factor in powers.factors {
      let exponent = registers.real(factor.exponent).doubleValue
      let whole = exponent.rounded(.down)
      // A number of few bits is what the machine number says it is.
      guard exponent.magnitude <= Double(Self.largestExponent), exponent == whole || exponent == whole + 0.5,
        registers.real(factor.exponent) == Real(exponent)
      else { return nil }
      factors.append(Factor(base: factor.base, whole: Int(whole), isHalf: exponent != whole))
    }
    self.factors = factors
    instructionCount = powers.instructionCount
    registers.exp(constant, powers.logarithm)
  }

  /// Stores the density at the last node into a register; false where some base is not positive, so that its logarithm
  /// decides.
  func store(_ weight: Int, _ registers: inout Registers) -> Bool {
    let (part, root) = (constant + 1, constant + 2)
    guard factors.allSatisfy({ registers.isFinite($0.base) && registers.sign($0.base) > 0 }) else { return false }
    var hasRoot = false
    registers.set(weight, constant)
    for factor in factors {
      if factor.isHalf {
        if hasRoot { registers.multiply(root, root, factor.base) } else { registers.set(root, factor.base) }
        hasRoot = true
      }
      switch factor.whole {
      case 0: break
      case 1: registers.multiply(weight, weight, factor.base)
      case -1: registers.divide(weight, weight, factor.base)
      default:
        registers.powerInteger(part, factor.base, abs(factor.whole))
        if factor.whole > 0 { registers.multiply(weight, weight, part) } else { registers.divide(weight, weight, part) }
      }
    }
    if hasRoot {
      registers.squareRoot(root, root)
      registers.multiply(weight, weight, root)
    }
    return true
  }
}
