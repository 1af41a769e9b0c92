internal import Multiprecision

/// Integrates or sums over one variable, and inside over those after it, where the variables before have values.
protocol AxisEvaluator: AnyObject {
  /// Gives one of the variables before its value.
  func setVariable(level: Int, from desk: borrowing Registers, _ node: NodeValue)
  /// The outcomes of the entries, accurate relative to the larger of their scales and two to the `floors`.
  func outcomes(floors: [Int]) throws -> [PieceOutcome]
  /// The logarithm of the density's integral, roughly: the height of its peak times the width.
  func logMass() -> Real
}

extension AxisProgram {
  func evaluator(
    _ setting: NumericSetting, precision: Int, outer: borrowing OuterValues
  ) throws -> any AxisEvaluator {
    // The variable whose nodes enclose this axis has no value yet; it counts as 0 until it has.
    let values = OuterValues(outer, count: source.outer.count, precision: precision)
    return switch frame.set {
    case .interval: IntervalAxis(self, setting, precision: precision, outer: values)
    case .lattice: try LatticeAxis(self, setting, precision: precision, outer: values)
    case .finite: try FiniteAxis(self, setting, precision: precision, outer: values)
    }
  }
}
