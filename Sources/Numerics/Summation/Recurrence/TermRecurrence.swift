internal import Expressions

/// The programs of a sum whose terms are found from their neighbours.
struct TermRecurrence {
  /// Evaluates, at an integer, the log-density and the calls that move on by increments.
  let start: Tape
  /// Evaluates, at an integer and with the values of these calls as further variables, the weights' ratio, the increments,
  /// and what multiplies the weights to the terms.
  let step: Tape
  let callCount: Int

  /// Nil where there is no recurrence.
  init?(_ source: AxisProgram.Source) throws {
    let store = source.store
    let variable = source.remaining[0].symbol
    guard source.remaining.count == 1, source.outer.isEmpty,
      let found = LatticeStep(
        store, logDensity: source.logDensity, integrands: source.integrands, variable: variable)
    else { return nil }
    var starting = TapeCompiler(store, parameters: source.parameters, variables: [variable], isLattice: true)
    start = try starting.compile([source.logDensity] + found.calls)
    var stepping = TapeCompiler(
      store, parameters: source.parameters, variables: [variable] + found.symbols, isLattice: true)
    step = try stepping.compile([found.ratio] + found.increments, integrands: found.integrands)
    callCount = found.calls.count
  }
}
