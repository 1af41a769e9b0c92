internal import Expressions
internal import Multiprecision

/// Calls of one function whose shifted arguments differ by integers, brought to the lowest one by the functional equation,
/// or to the lowest two by one of second order.
///
/// A call that stands alone keeps its argument: `lgamma(k + 1)` must not become `lgamma(k) + log(k)` at k = 0.
struct ShiftReduction {
  let store: ExpressionStore
  let formulas: FunctionFormulas
  let rational: RationalNormalForm

  /// A class of calls that the functional equation connects: function, other arguments, shifted argument up to a number.
  private struct Family: Hashable {
    let function: FunctionID
    let others: [Expr]
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
    guard let function = store.functionID(e), let identity = formulas.shift(of: e) else { return nil }
    var others = store.operands(e)
    let argument = others.remove(at: identity.position)
    guard !store.isNumber(argument) else { return nil }
    // (d + p)/p is d/p + 1.
    let expanded = rational.expanded(argument)
    let constant = store.terms(expanded).firstValue { store.numberValue($0) } ?? Rational(0)
    guard let whole = constant.floor.asInt else { return nil }
    let rest = store.difference(expanded, store.number(constant))
    let fraction = store.number(constant - Rational(whole))
    return (Family(function: function, others: others, rest: rest, fraction: fraction), whole)
  }
}
