internal import Multiprecision

/// Evaluates an expression without free symbols, to tell the sign of a constant such as `pi^2/6 - 1`.
struct ConstantEvaluator {
  private static let precision = 192
  /// A value is trusted to have a sign if cancellation has left it this many bits above the rounding errors.
  private static let guardBits = 64

  let store: ExpressionStore
  /// The largest binary exponent of a term or factor on the way; rounding errors scale with it.
  private var largestExponent = Int.min

  init(store: ExpressionStore) {
    self.store = store
  }

  /// The sign of a constant, where it is far enough from 0 to be certain; nil else, and for what is no real number.
  static func sign(of e: Expr, in store: ExpressionStore) -> Signs? {
    var evaluator = ConstantEvaluator(store: store)
    guard let value = evaluator.value(e), !value.isZero else { return nil }
    guard value.exponent > evaluator.largestExponent - precision + guardBits else { return nil }
    return value.isNegative ? .negative : .positive
  }

  private mutating func value(_ e: Expr) -> Real? {
    guard let result = rawValue(e), result.isFinite else { return nil }
    if !result.isZero { largestExponent = max(largestExponent, result.exponent) }
    return result
  }

  private mutating func rawValue(_ e: Expr) -> Real? {
    if let sum = store.indexedSum(e) { return value(sum) }
    var parts: [Real] = []
    for operand in store.operands(e) {
      guard let part = value(operand) else { return nil }
      parts.append(part)
    }
    switch store.op(e) {
    case .number: return store.numberValue(e).map { Real($0, precision: Self.precision) }
    case .symbol: return nil
    case .sum: return parts.dropFirst().reduce(parts[0], +)
    case .product: return parts.dropFirst().reduce(parts[0], *)
    case .power: return power(parts[0], parts[1])
    case .call: return store.function(e)?.evaluate.map { $0(parts, precision: Self.precision) }
    }
  }

  /// Inert sums of more terms than this are not evaluated.
  private static let mostTerms = 200

  /// An inert sum, term by term.
  private mutating func value(_ sum: IndexedSum) -> Real? {
    guard let first = store.integerValue(sum.lower), let last = store.integerValue(sum.upper),
      case (let distance, false) = last.subtractingReportingOverflow(first), distance < Self.mostTerms
    else { return nil }
    var result = Real(Rational(0), precision: Self.precision)
    for k in stride(from: first, through: last, by: 1) {
      guard let term = value(store.substitute(sum.body, [(sum.index, store.integer(k))])) else { return nil }
      result = result + term
    }
    return result
  }

  private func power(_ base: Real, _ exponent: Real) -> Real {
    var registers = Registers(count: 2, precision: Self.precision)
    registers.set(0, base)
    registers.set(1, exponent)
    registers.power(0, 0, 1)
    return registers.real(0)
  }
}
