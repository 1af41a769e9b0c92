internal import Multiprecision

extension SignAnalysis {
  /// The signs of a power; a fractional power of a negative number is no real number.
  func powerSigns(_ e: Expr) -> Signs {
    let (base, exponent) = store.baseAndExponent(e)
    let baseSigns = signs(base)
    if let value = store.numberValue(exponent) {
      if let n = value.asInt { return baseSigns.raised(to: n, isEven: n.isMultiple(of: 2)) }
      let isEven = value.isInteger && value.numerator.isEven
      return value.isInteger
        ? baseSigns.raised(to: value.signum, isEven: isEven) : fractionalPower(baseSigns, sign: value.signum)
    }
    return symbolicPower(baseSigns, signs(exponent), exponent)
  }

  private func fractionalPower(_ base: Signs, sign: Int) -> Signs {
    var result = base.intersection([.positive, .undefined])
    if base.contains(.negative) { result.insert(.undefined) }
    if base.contains(.zero) { result.insert(sign > 0 ? .zero : .undefined) }
    return result
  }

  private func symbolicPower(_ base: Signs, _ exponentSigns: Signs, _ exponent: Expr) -> Signs {
    var result = base.union(exponentSigns).intersection(.undefined)
    if base.contains(.positive) { result.insert(.positive) }
    if base.contains(.zero) {
      if exponentSigns.contains(.positive) { result.insert(.zero) }
      if exponentSigns.contains(.zero) { result.insert(.positive) }
      if exponentSigns.contains(.negative) { result.insert(.undefined) }
    }
    if base.contains(.negative) {
      result.formUnion(.nonzero)
      if isInteger(exponent) != .yes { result.insert(.undefined) }
    }
    return result
  }
}
