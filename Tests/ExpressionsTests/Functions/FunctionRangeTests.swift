import Expressions
import Multiprecision
import Testing

/// What a function file says of the function's values: sign, bounds, monotony, precision.
@Suite struct FunctionRangeTests {
  @Test(arguments: FunctionUnderTest.all)
  func signsHold(_ function: FunctionUnderTest) throws {
    for point in try function.samplePoints() {
      let value = function.value(at: point, precision: 100)
      switch function.definition.sign {
      case .positive: #expect(!value.isZero && !value.isNegative, "at \(point)")
      case .nonnegative: #expect(!value.isNegative, "at \(point)")
      case .negative: #expect(value.isNegative, "at \(point)")
      case .any: #expect(!value.isNaN, "at \(point)")
      }
    }
  }

  @Test(arguments: FunctionUnderTest.all.filter { $0.definition.bounds != nil })
  func boundsHold(_ function: FunctionUnderTest) throws {
    let bounds = try #require(function.definition.bounds)
    for point in try function.samplePoints() {
      let value = function.value(at: point, precision: 200)
      if let lower = bounds.lower.map({ Real($0, precision: 200) }) {
        #expect(value > lower || (bounds.areAttained && value == lower), "at \(point)")
      }
      if let upper = bounds.upper.map({ Real($0, precision: 200) }) {
        #expect(value < upper || (bounds.areAttained && value == upper), "at \(point)")
      }
    }
  }

  @Test(arguments: FunctionUnderTest.all.filter { $0.definition.monotonicity != nil })
  func monotonyHolds(_ function: FunctionUnderTest) throws {
    let claim = try #require(function.definition.monotonicity)
    #expect(function.value(at: [claim.argument], precision: 100) == Real(claim.value, precision: 100))
    let points = try function.samplePoints().map { $0[0] }.sorted()
    for (low, high) in zip(points, points.dropFirst()) {
      let (a, b) = (function.value(at: [low], precision: 200), function.value(at: [high], precision: 200))
      #expect(claim.isIncreasing ? a < b : a > b, "between \(low) and \(high)")
    }
  }

  @Test(arguments: FunctionUnderTest.all)
  func twoPrecisionsAgree(_ function: FunctionUnderTest) throws {
    for point in try function.samplePoints() {
      let arguments = point.map { Real($0, precision: 128) }
      let (low, high) = (function.value(at: arguments, precision: 128), function.value(at: arguments, precision: 400))
      #expect(low.relativeDigits(agreeingWith: high) >= 37, "\(low) and \(high) at \(point)")
    }
  }
}
