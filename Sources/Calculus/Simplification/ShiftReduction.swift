internal import Expressions
internal import Multiprecision

/// Calls of one function whose last arguments differ by integers, brought to the lowest one by the functional equation.
///
/// A call that stands alone keeps its argument: `lgamma(k + 1)` must not become `lgamma(k) + log(k)` at k = 0.
struct ShiftReduction {
  let store: ExpressionStore
  let formulas: FunctionFormulas
  let rational: RationalNormalForm

  /// A class of calls that the functional equation connects: function, leading arguments, last argument up to a number.
  private struct Family: Hashable {
    let function: FunctionID
    let leading: [Expr]
    let rest: Expr
    let fraction: Expr
  }

  /// The expression with every class of calls reduced to its lowest member.
  func reduced(_ e: Expr) -> Expr {
    var order: [Family] = []
    var members: [Family: [(call: Expr, shift: Int)]] = [:]
    var seen: Set<Expr> = []
    func visit(_ node: Expr) {
      guard seen.insert(node).inserted else { return }
      if let (family, shift) = classified(node) {
        if members[family] == nil { order.append(family) }
        members[family, default: []].append((node, shift))
      }
      for operand in store.operands(node) { visit(operand) }
    }
    visit(e)
    var replacements: [(Expr, Expr)] = []
    for family in order {
      guard let calls = members[family], calls.count > 1, let lowest = calls.map(\.shift).min() else { continue }
      for (call, shift) in calls where shift > lowest && shift - lowest <= NumericShift.maximumSteps {
        guard let identity = formulas.shift(of: call) else { continue }
        replacements.append((call, identity.reduced(call, by: shift - lowest, in: store)))
      }
    }
    return replacements.isEmpty ? e : store.substitute(e, replacements)
  }

  private func classified(_ e: Expr) -> (Family, Int)? {
    guard let function = store.functionID(e), formulas.shift(of: e) != nil else { return nil }
    var leading = store.operands(e)
    guard let argument = leading.popLast(), !store.isNumber(argument) else { return nil }
    // (d + p)/p is d/p + 1.
    let last = rational.expanded(argument)
    let constant = store.terms(last).lazy.compactMap { store.numberValue($0) }.first ?? Rational(0)
    guard let whole = constant.floor.asInt else { return nil }
    let rest = store.difference(last, store.number(constant))
    let fraction = store.number(constant - Rational(whole))
    return (Family(function: function, leading: leading, rest: rest, fraction: fraction), whole)
  }
}
