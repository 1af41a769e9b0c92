internal import Expressions

/// What is evaluated where a variable has a value: the density and the integrands, or their integrals over the variables
/// that remain.
enum NodeProgram {
  case terms(Tape)
  case integrals(AxisProgram)

  /// - Parameter variable: what stands in the source's expressions for its first remaining variable.
  init(_ source: AxisProgram.Source, at variable: TapeVariable) throws {
    var further = source
    further.outer.append(variable)
    further.remaining.removeFirst()
    if further.remaining.isEmpty {
      var compiler = TapeCompiler(
        source.store, parameters: source.parameters, variables: further.outer, isLattice: source.isLattice)
      self = .terms(try compiler.compile(logDensity: source.logDensity, integrands: source.integrands))
    } else {
      self = .integrals(try AxisProgram(further))
    }
  }

  /// The sums over such values, at one parameter point and precision.
  func sums(_ setting: NumericSetting, precision: Int, outer: borrowing OuterValues) throws -> any NodeSums {
    switch self {
    case .terms(let tape):
      let sums = WeightedSums(
        tape, entryCount: setting.entryCount, precision: precision, movesRounding: setting.movesRounding)
      sums.bind(setting)
      outer.place { sums.setVariable(level: $0, from: $1, $2) }
      return sums
    case .integrals(let program):
      return InnerIntegrals(
        try program.evaluator(setting, precision: precision, outer: outer), entryCount: setting.entryCount,
        precision: precision)
    }
  }
}
