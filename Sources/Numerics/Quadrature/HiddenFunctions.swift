internal import Expressions

/// The functions inside a density whose zeros matter and are given by no formula: they are no linear functions of the variable.
struct HiddenFunctions {
  /// The density has a kink, a jump or a singularity at their zeros.
  let kinks: [Expr]
  /// Their squares have peaks of their own there, in a density that is a sum.
  let squaresInSums: [Expr]
  /// All that are squared.
  let squares: [Expr]

  init(_ source: AxisProgram.Source) {
    let store = source.store
    let own = source.remaining[0].symbol
    let later = source.remaining.dropFirst().map(\.symbol)
    // Where variables before have values, places differ from node to node.
    guard source.outer.isEmpty else {
      (kinks, squaresInSums, squares) = ([], [], [])
      return
    }
    func isHidden(_ e: Expr) -> Bool {
      store.contains(e, own) && !store.containsAny(e, later) && store.affineParts(of: e, in: own) == nil
    }
    // 0 to the power of a function is 1 at its zeros alone.
    let exponents = store.subexpressions(of: source.logDensity).filter { store.op($0) == .power }.compactMap {
      store.operand($0, at: 0) == store.zero ? store.operand($0, at: 1) : nil
    }
    kinks = (store.singularArguments(of: source.logDensity) + exponents).filter(isHidden)
    var inSums: [Expr] = []
    var all: [Expr] = []
    var seen: Set<Expr> = []
    func visit(_ e: Expr, isInSum: Bool) {
      guard seen.insert(e).inserted, store.contains(e, own) else { return }
      if store.op(e) == .power, let n = store.integerValue(store.operand(e, at: 1)), n > 0, n.isMultiple(of: 2) {
        let base = store.operand(e, at: 0)
        if store.op(base) == .sum, isHidden(base), !all.contains(base) {
          all.append(base)
          if isInSum { inSums.append(base) }
        }
      }
      let isSum = store.logarithmArgument(e).map { store.op($0) == .sum } ?? false
      for operand in store.operands(e) { visit(operand, isInSum: isInSum || isSum) }
    }
    visit(source.logDensity, isInSum: false)
    (squaresInSums, squares) = (inSums, all)
  }
}
