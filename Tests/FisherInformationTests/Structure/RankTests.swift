import Calculus
import Expressions
import Multiprecision
import Syntax
import Testing

@testable import FisherInformation

@Suite("The rank of a matrix of information")
struct RankTests {
  private func structure(_ rows: [[String]], at value: Rational) throws -> Report.Structure {
    let store = ExpressionStore()
    let a = store.symbol("a")
    let entries: [[Expr?]] = try rows.map { try $0.map { try store.parse($0) } }
    return InformationStructure(
      entries, parameters: [a, store.symbol("b")], simplifier: Simplifier(Assumptions(store)),
      points: InformationStructure.Witnesses(symbols: [a, store.symbol("b")], values: [[value, Rational(2)]])
    ).structure
  }

  @Test("a minor that vanishes by a relation unknown to the normal form gives no rank and no bound")
  func hiddenZero() throws {
    let found = try structure([["1", "sin(2*a)"], ["2*sin(a)*cos(a)", "sin(2*a)^2"]], at: Rational(1, 3))
    #expect(found.rank == nil)
    #expect(found.cramerRao == nil)
  }

  @Test("a minor that is seen away from zero gives the rank")
  func seenRank() throws {
    #expect(try structure([["1", "sin(2*a)"], ["sin(2*a)", "2"]], at: Rational(1, 3)).rank == 2)
    #expect(try structure([["a^2", "a*b"], ["a*b", "b^2"]], at: Rational(1, 3)).rank == 1)
    #expect(try structure([["0", "0"], ["0", "0"]], at: Rational(1, 3)).rank == 0)
  }

  /// A regression: for the mean a*b*x a zero of one minor, b = 0, was said to make the matrix singular, which has rank 1 there
  /// as everywhere.
  @Test("a matrix of lower rank is singular only where its rank drops")
  func singularPoints() throws {
    #expect(try structure([["b^2", "a*b"], ["a*b", "a^2"]], at: Rational(1, 3)).singularAt.isEmpty)
    #expect(try structure([["a^2", "a^2"], ["a^2", "a^2"]], at: Rational(1, 3)).singularAt.count == 1)
    #expect(try structure([["a^2", "0"], ["0", "1"]], at: Rational(1, 3)).singularAt.count == 1)
  }
}
