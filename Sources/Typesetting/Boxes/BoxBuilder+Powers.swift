internal import Expressions
internal import Multiprecision

extension BoxBuilder {
  /// A factor with an exponent other than 1.
  func power(_ factor: DisplayTerm.Factor, isLast: Bool) -> MathBox {
    if factor.exponent == store.half { return .squareRoot(box(factor.base)) }
    if let condition = store.bracketCondition(base: factor.base, exponent: factor.exponent) {
      return bracket(condition)
    }
    if let named = powerOnName(factor, isLast: isLast) { return named }
    return .superscript(atom(factor.base), inline.box(factor.exponent))
  }

  /// `log^2 x`: a whole power above 1 of a name that is set without parentheses stands on the name.
  private func powerOnName(_ factor: DisplayTerm.Factor, isLast: Bool) -> MathBox? {
    guard let notation = store.function(factor.base)?.notation, notation.style == .prefixCall,
      let exponent = store.integerValue(factor.exponent), exponent > 1
    else { return nil }
    let name = MathBox.superscript(.function(FunctionMark(notation)), .number("\(exponent)"))
    return applied(name, to: store.operands(factor.base), bare: isLast)
  }
}
