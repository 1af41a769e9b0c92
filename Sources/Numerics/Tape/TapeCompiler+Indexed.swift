internal import Expressions
internal import Multiprecision

extension TapeCompiler {
  /// An inert sum as a function of its free symbols and its bounds: a tape of its own, run once for each index.
  mutating func compileSum(_ sum: IndexedSum) throws -> Slot {
    let symbols = store.freeSymbols(sum.body).filter { $0 != sum.index }
    var inner = TapeCompiler(store, parameters: symbols, variables: [sum.index], isLattice: true)
    let summation = IndexedSummation(tape: try inner.compile([sum.body]), isInfinite: sum.upper == store.infinity)
    let bounds = summation.isInfinite ? [sum.lower] : [sum.lower, sum.upper]
    var arguments: [Int] = []
    var level = 0
    for argument in bounds + symbols {
      let slot = try compile(argument)
      arguments.append(slot.index)
      level = max(level, slot.level)
    }
    tape.functions.append(summation.function)
    tape.argumentLists.append(arguments)
    return emit(.call, level: level, tape.argumentLists.count - 1, extra: tape.functions.count - 1)
  }
}
