internal import Multiprecision

extension ExpressionStore {
  /// The structural total order of expressions: negative, zero or positive; independent of the order of construction.
  ///
  /// Terms compare by what their coefficient multiplies and then by coefficient; products factor by factor; factors by
  /// base and then by exponent; bases by kind (number, symbol, call, sum, product, power) and then by content.
  public func compare(_ a: Expr, _ b: Expr) -> Int {
    if a == b { return 0 }
    let opA = operators[a.index]
    let opB = operators[b.index]
    if opA != .product, opB != .product { return compareFactors(a, b) }
    let startA = factorRange(a, opA)
    let startB = factorRange(b, opB)
    var i = startA.lowerBound
    var j = startB.lowerBound
    while i < startA.upperBound, j < startB.upperBound {
      let fa = opA == .product ? operandArena[i] : a
      let fb = opB == .product ? operandArena[j] : b
      let c = compareFactors(fa, fb)
      if c != 0 { return c }
      i += 1
      j += 1
    }
    let c = startA.count - startB.count
    return c != 0 ? c : compareNumbers(leadingCoefficient(a, opA), leadingCoefficient(b, opB))
  }

  private func factorRange(_ e: Expr, _ op: Operator) -> Range<Int> {
    guard op == .product else { return 0..<1 }
    let start = Int(operandStarts[e.index])
    let skip = operators[operandArena[start].index] == .number ? 1 : 0
    return (start + skip)..<operandEnd(e.index)
  }

  private func leadingCoefficient(_ e: Expr, _ op: Operator) -> Rational {
    guard op == .product else { return Rational(1) }
    return numberValue(operand(e, at: 0)) ?? Rational(1)
  }

  private func compareNumbers(_ a: Rational, _ b: Rational) -> Int { a == b ? 0 : (a < b ? -1 : 1) }

  private func compareFactors(_ a: Expr, _ b: Expr) -> Int {
    if a == b { return 0 }
    let (baseA, exponentA) = baseAndExponent(a)
    let (baseB, exponentB) = baseAndExponent(b)
    let c = compareBases(baseA, baseB)
    return c != 0 ? c : compare(exponentA, exponentB)
  }

  private func compareBases(_ a: Expr, _ b: Expr) -> Int {
    if a == b { return 0 }
    let rankA = Self.rank(operators[a.index])
    let rankB = Self.rank(operators[b.index])
    if rankA != rankB { return rankA - rankB }
    switch operators[a.index] {
    case .number:
      return compareNumbers(rationals[Int(payloads[a.index])], rationals[Int(payloads[b.index])])
    case .symbol:
      return symbolNames[Int(payloads[a.index])] < symbolNames[Int(payloads[b.index])] ? -1 : 1
    case .call where payloads[a.index] != payloads[b.index]:
      return functions[FunctionID(index: Int(payloads[a.index]))].name
        < functions[FunctionID(index: Int(payloads[b.index]))].name ? -1 : 1
    case .call, .sum: return compareOperandLists(a, b)
    case .product: return compare(a, b)
    case .power: return compareFactors(a, b)
    }
  }

  private func compareOperandLists(_ a: Expr, _ b: Expr) -> Int {
    let startA = Int(operandStarts[a.index])
    let startB = Int(operandStarts[b.index])
    let countA = operandEnd(a.index) - startA
    let countB = operandEnd(b.index) - startB
    if countA != countB { return countA - countB }
    for k in 0..<countA {
      let c = compare(operandArena[startA + k], operandArena[startB + k])
      if c != 0 { return c }
    }
    return 0
  }

  private static func rank(_ op: Operator) -> Int {
    switch op {
    case .number: 0
    case .symbol: 1
    case .call: 2
    case .sum: 3
    case .product: 4
    case .power: 5
    }
  }
}
