import Expressions
import Multiprecision
import Numerics
import Syntax
import Testing

/// Every formula of every function file, against the function's own evaluator.
@Suite struct FunctionFormulaTests {
  static let digits = 40

  @Test(arguments: FunctionUnderTest.all)
  func hasPointsToTestAt(_ function: FunctionUnderTest) throws {
    #expect(try function.samplePoints().count >= (function.definition.arity == 0 ? 0 : 3))
  }

  @Test(arguments: FunctionUnderTest.all)
  func equationsHold(_ function: FunctionUnderTest) throws {
    let definition = function.definition
    let points = try function.samplePoints()
    for text in definition.values + definition.identities {
      let store = ExpressionStore()
      guard case .relation(let left, .equal, let right) = try store.parseCondition(text) else {
        Issue.record("\(text) is not an equation")
        continue
      }
      try expectEqual(left, right, text, at: points, of: definition, in: store)
    }
  }

  /// The listed values of a derivative without a name, against its evaluator with the moved argument set to that number.
  @Test(arguments: FunctionUnderTest.all)
  func namelessValuesHold(_ function: FunctionUnderTest) throws {
    let definition = function.definition
    #expect(definition.namelessValues.isEmpty || definition.namelessDerivatives.count == 1)
    for text in definition.namelessValues {
      let store = ExpressionStore()
      guard case .relation(let left, .equal, let right) = try store.parseCondition(text),
        let position = definition.namelessDerivatives.keys.first,
        let place = store.numberValue(store.operand(left, at: position))
      else {
        Issue.record("\(text) gives no value at a number")
        continue
      }
      let symbols = definition.parameters.map { store.symbol($0) }
      let derivative = store.diff(store.call(definition.name, symbols), symbols[position])
      let points = try function.samplePoints().map { point in
        var moved = point
        moved[position] = place
        return moved
      }
      try expectEqual(derivative, right, text, at: points, of: definition, in: store)
    }
  }

  @Test(arguments: FunctionUnderTest.all)
  func definitionAndLogarithmHold(_ function: FunctionUnderTest) throws {
    let definition = function.definition
    let points = try function.samplePoints()
    let store = ExpressionStore()
    let call = store.call(definition.name, definition.parameters.map { store.symbol($0) })
    if let text = definition.definition {
      try expectEqual(call, try store.parse(text), text, at: points, of: definition, in: store)
    }
    if let text = definition.logarithm {
      try expectEqual(call, store.exp(try store.parse(text)), text, at: points, of: definition, in: store)
    }
  }

  /// What a step of 1 in the last argument adds, and that a period repeats the values.
  @Test(arguments: FunctionUnderTest.all)
  func incrementsAndPeriodsHold(_ function: FunctionUnderTest) throws {
    let definition = function.definition
    let store = ExpressionStore()
    let points = try function.samplePoints()
    guard let last = definition.parameters.last.map({ store.symbol($0) }) else { return }
    let call = store.call(definition.name, definition.parameters.map { store.symbol($0) })
    func moved(by step: Expr) -> Expr { store.substitute(call, [(last, store.sum([last, step]))]) }
    if let period = definition.periodInPi {
      let whole = moved(by: store.product([store.integer(period), store.call("pi", [])]))
      let half = moved(by: store.product([store.number(Rational(period, 2)), store.call("pi", [])]))
      try expectEqual(call, whole, "\(definition.name) has a period", at: points, of: definition, in: store)
      let halves = try ClosedFormEvaluator(store, expressions: [call, half], parameters: [last])
      #expect(points.contains { halves.evaluate(at: $0, digits: 20)[0] != halves.evaluate(at: $0, digits: 20)[1] })
    }
    if definition.quarterTurn != nil {
      let quarter = moved(by: store.product([store.half, store.call("pi", [])]))
      let turned = try #require(store.withoutQuarterTurns(quarter))
      #expect(!store.contains(turned, store.call("pi", [])))
      try expectEqual(quarter, turned, "\(definition.name) has a quarter turn", at: points, of: definition, in: store)
    }
    guard let increment = definition.increment else { return }
    var count = 0
    for point in points {
      // An order is a number where the increment is built.
      var arguments = point.map { store.number($0) }
      arguments[arguments.count - 1] = last
      guard let step = increment(store, arguments) else { continue }
      let here = store.call(definition.name, arguments)
      let next = store.substitute(here, [(last, store.sum([last, store.one]))])
      let sides = try ClosedFormEvaluator(
        store, expressions: [next, store.sum([here, step])], parameters: [last]
      ).evaluate(at: point.suffix(1), digits: Self.digits)
      guard sides[0].isFinite, sides[1].isFinite else { continue }
      count += 1
      expectClose(sides[0], sides[1], digits: Self.digits - 4, "the increment of \(definition.name) at \(point)")
    }
    #expect(count >= 2, "the increment of \(definition.name) was hardly tested")
  }

  /// The derivative by each parameter against a central difference of relative step 2^-80, whose error is about 2^-160.
  @Test(arguments: FunctionUnderTest.all)
  func derivativesHold(_ function: FunctionUnderTest) throws {
    let definition = function.definition
    let store = ExpressionStore()
    let symbols = definition.parameters.map { store.symbol($0) }
    #expect(definition.derivative.count == definition.arity)
    let precision = 320
    let step = Real(Rational(2).power(-80), precision: precision)
    for (position, text) in definition.derivative.enumerated() where !text.isEmpty {
      let formula = try ClosedFormEvaluator(store, expressions: [try store.parse(text)], parameters: symbols)
      var count = 0
      for point in try function.samplePoints() {
        let stated = formula.evaluate(at: point, digits: 50)[0]
        var (below, above) = (
          point.map { Real($0, precision: precision) }, point.map { Real($0, precision: precision) }
        )
        below[position] = below[position] - step
        above[position] = above[position] + step
        let rise = function.value(at: above, precision: precision) - function.value(at: below, precision: precision)
        let difference = rise / (step + step)
        guard difference.isFinite, stated.isFinite else { continue }
        count += 1
        expectClose(stated, difference, digits: 30, "\(text) at \(point)")
      }
      #expect(count >= 3, "the derivative \(text) was hardly tested")
    }
  }

  /// Wherever one side has a value, the other has it too; what is not finite on both sides is skipped.
  private func expectEqual(
    _ left: Expr, _ right: Expr, _ text: String, at points: [[Rational]], of definition: FunctionDefinition,
    in store: ExpressionStore
  ) throws {
    let symbols = definition.parameters.map { store.symbol($0) }
    let evaluator = try ClosedFormEvaluator(store, expressions: [left, right], parameters: symbols)
    let isConstant = store.freeSymbols(left).isEmpty
    var count = 0
    for point in isConstant ? [definition.parameters.map { _ in Rational(1, 3) }] : points {
      let sides = evaluator.evaluate(at: point, digits: Self.digits)
      guard sides[0].isFinite || sides[1].isFinite else { continue }
      guard sides[0].isFinite == sides[1].isFinite || !isConstant else {
        Issue.record("\(text): \(sides)")
        continue
      }
      guard sides[0].isFinite && sides[1].isFinite else { continue }
      count += 1
      expectClose(sides[0], sides[1], digits: Self.digits - 4, "\(text) at \(point)")
    }
    #expect(count >= (isConstant ? 1 : 2), "\(text) was hardly tested")
  }

  private func expectClose(_ a: Real, _ b: Real, digits: Int, _ message: String) {
    let scale = Swift.max(a.magnitude, b.magnitude)
    let error = (a - b).magnitude
    let bound = Swift.max(scale.isZero ? 0 : scale.exponent10, -6) - digits
    #expect(error.isZero || error.exponent10 <= bound, "\(message): \(a) and \(b)")
  }
}
