import Expressions
import Multiprecision
import Syntax
import Testing

/// Sample points satisfy what is assumed, differ from each other, and probe the domain from several sides.
struct SamplePointsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let symbols: [String]
    let given: [String]
    var testDescription: String { "\(symbols) with \(given)" }

    init(_ symbols: [String], _ given: [String]) {
      self.symbols = symbols
      self.given = given
    }
  }

  static let cases = [
    Case(["theta"], ["theta in (0,1)"]), Case(["alpha", "beta"], ["alpha > 0", "beta > 0"]),
    Case(["mu", "sigma"], ["sigma > 0"]), Case(["a", "b"], []), Case(["p", "n"], ["p in (0,1)", "n in {1,2,...}"]),
    Case(["p1", "p2", "p3"], ["p1 > 0", "p2 > 0", "p3 > 0", "p1 + p2 + p3 < 1"]),
    Case(["v1", "v2", "c"], ["v1 > 0", "v2 > 0", "v1*v2 > c^2"]), Case(["a1", "a2", "a3"], ["a1 < a2", "a2 < a3"]),
    Case(["m", "theta"], ["m in (0,theta)"]), Case(["rho"], ["1 - rho^2 > 0"]), Case(["sigma"], ["sigma != 0"]),
    Case(["d", "x"], ["d in {-1,1}", "d*x > 0"]), Case(["n", "k"], ["n in {1,2,...}", "k in {0..n}"]),
    Case(["a", "b"], ["a > 2", "b < -3"]), Case(["s"], ["s > sqrt(2)"]),
    Case(["a", "b"], ["a in [0,1]", "b = 1 - a"]),
    Case(["n"], ["n > 5/2", "n in {0,1,...}"]), Case(["b"], ["log(b) > 1"]),
    Case(["w", "v"], ["w + v = 1", "w > 0", "v > 0"]),
    Case(["u", "v", "w"], ["u > 0", "v > 0", "w > 0", "u^(1/3) + v^(1/3) + w^(1/3) < 1"]),
    Case(["u", "v"], ["0 < u", "u < 1", "0 < v", "v < 1", "u*v > 9/10"]), Case(["a"], ["log(a) > 5"]),
  ]

  @Test(arguments: cases)
  func pointsAreAdmissible(_ test: Case) throws {
    let store = ExpressionStore()
    var assumptions = Assumptions(store)
    assumptions.assume(try test.given.map { try store.parseCondition($0) })
    let samples = SamplePoints(of: test.symbols.map { store.symbol($0) }, assumptions: assumptions)
    let points = samples.points(upTo: 5)
    #expect(!points.isEmpty)
    #expect(Set(points).count == points.count)
    for point in points { #expect(samples.admits(point) == .yes) }
    #expect(points == SamplePoints(of: samples.symbols, assumptions: assumptions).points(upTo: 5))
  }

  @Test func typicalPointIsSimpleAndDistinct() throws {
    let store = ExpressionStore()
    var assumptions = Assumptions(store)
    assumptions.assume(try ["alpha > 0", "beta > 0"].map { try store.parseCondition($0) })
    let samples = SamplePoints(of: ["alpha", "beta"].map { store.symbol($0) }, assumptions: assumptions)
    #expect(samples.point(.typical) == [Rational(5, 2), Rational(3, 2)])
  }

  @Test func realParametersTakeBothSigns() {
    let store = ExpressionStore()
    let samples = SamplePoints(of: ["a", "b"].map { store.symbol($0) }, assumptions: Assumptions(store))
    let cells = Set(samples.points(upTo: 5).map { [$0[0].signum, $0[1].signum] })
    #expect(cells == [[1, 1], [1, -1], [-1, 1], [-1, -1]])
  }

  @Test func scalesAndIntegersAreCovered() throws {
    let store = ExpressionStore()
    var assumptions = Assumptions(store)
    assumptions.assume(try store.parseCondition("s > 0"))
    let values = SamplePoints(of: [store.symbol("s")], assumptions: assumptions).points(upTo: 5).map { $0[0] }
    #expect(values.contains { $0 < Rational(1, 2) })
    #expect(values.contains { $0 > Rational(5) })
    #expect(values.contains { $0.isInteger })
    #expect(!values[0].isInteger)
  }

  @Test func cellsAndInadmissiblePoints() throws {
    let store = ExpressionStore()
    var assumptions = Assumptions(store)
    assumptions.assume(try store.parseCondition("k > 0"))
    let samples = SamplePoints(of: [store.symbol("k")], assumptions: assumptions)
    let outside = try #require(samples.point(satisfying: [try store.parseCondition("k < 1/2")]))
    #expect(outside[0] > Rational(0) && outside[0] < Rational(1, 2))
    #expect(samples.point(satisfying: [try store.parseCondition("k < -1")]) == nil)
    #expect(samples.admits([Rational(-1)]) == .no)
  }
}
