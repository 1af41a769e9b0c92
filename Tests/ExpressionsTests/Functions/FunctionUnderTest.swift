import Expressions
import Multiprecision
import Numerics
import Syntax
import Testing

/// One function of the standard table, for tests that run over all of them.
struct FunctionUnderTest: Sendable, CustomTestStringConvertible {
  let definition: FunctionDefinition

  /// Every function that has values, in the order of the table.
  static let all = FunctionTable.standard.definitions.filter { $0.evaluate != nil }.map(FunctionUnderTest.init)

  var testDescription: String { definition.name }

  /// Values on both sides of the usual edges, orders among them.
  private static let pool: [Rational] = [
    Rational(1, 3), 2, Rational(5, 2), Rational(-2, 5), 1, 7, Rational(3, 4), Rational(-9, 4), 4, Rational(11, 10),
  ]

  /// Up to a dozen points of the domain at which the function is finite.
  func samplePoints() throws -> [[Rational]] {
    let store = ExpressionStore()
    let symbols = definition.parameters.map { store.symbol($0) }
    let conditions = try definition.domain.map { try store.parseCondition($0) }
    return try points(of: definition.arity).filter { point in
      try conditions.allSatisfy { try holds($0, symbols, point, store) } && value(at: point, precision: 64).isFinite
    }.prefix(12).map { $0 }
  }

  func value(at point: [Rational], precision: Int) -> Real {
    value(at: point.map { Real($0, precision: precision) }, precision: precision)
  }

  func value(at point: [Real], precision: Int) -> Real {
    definition.evaluate?(point, precision: precision) ?? Real(.nan)
  }

  private func points(of arity: Int) -> [[Rational]] {
    (0..<arity).reduce([[]]) { points, _ in points.flatMap { point in Self.pool.map { point + [$0] } } }
  }

  private func holds(_ condition: Condition, _ symbols: [Expr], _ point: [Rational], _ store: ExpressionStore) throws
    -> Bool
  {
    guard case .relation(let left, let relation, let right) = condition else { return false }
    let sides = try ClosedFormEvaluator(store, expressions: [left, right], parameters: symbols)
      .evaluate(at: point, digits: 20)
    switch relation {
    case .less: return sides[0] < sides[1]
    case .lessOrEqual: return sides[0] <= sides[1]
    case .greater: return sides[0] > sides[1]
    case .greaterOrEqual: return sides[0] >= sides[1]
    case .equal: return sides[0] == sides[1]
    case .notEqual: return sides[0] != sides[1]
    }
  }
}
