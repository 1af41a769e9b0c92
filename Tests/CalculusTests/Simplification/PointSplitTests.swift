import Calculus
import Expressions
import Syntax
import Testing

@Suite("Functions taken apart at single points")
struct PointSplitTests {
  @Test(
    "a function with a pole at a point that it leaves out is 0 there",
    arguments: [
      "(1 - [y = 0])*(1/(2*l) - (y - m)^2/(2*m^2*y))", "(1 - [y = 0])*(1/(2*l) - (y - m)^2/(2*m^2*y))^2",
      "(1 - [y = 0])*log(y)/l + (1 - [y = 0])/y",
    ])
  func poleIsLeftOut(text: String) throws {
    let store = ExpressionStore()
    let (l, m, y) = (store.symbol("l"), store.symbol("m"), store.symbol("y"))
    let simplifier = Simplifier(Assumptions(store).assuming([l, m].map { .relation($0, .greater, store.zero) }))
    let e = try store.parse(text)
    for form in [simplifier.normal(e), simplifier.textbookForm(e)] {
      // The bracket as it stands in the form, resolved at the point before anything is put in.
      let bracket = store.power(store.zero, y)
      let there = store.substitute(simplifier.normal(store.substitute(form, [(bracket, store.one)])), [(y, store.zero)])
      #expect(there == store.zero, "\(PlainPrinter(store).print(form))")
      let elsewhere = store.substitute(form, [(bracket, store.zero)])
      let expected = store.substitute(e, [(bracket, store.zero)])
      #expect(simplifier.isZero(store.difference(elsewhere, expected)))
    }
  }

  @Test("the variable is what most brackets single out points of, and the constants stay")
  func constantsStay() throws {
    let store = ExpressionStore()
    let e = try store.parse("[y = a]*exp(a) + [y = b]*exp(b) + (1 - [y = a] - [y = b])*exp(y)")
    var assumptions = Assumptions(store)
    assumptions.assume(try store.parseCondition("a < b"))
    let form = Simplifier(assumptions).textbookForm(e)
    let bracket = store.power(store.zero, try store.parse("y - a"))
    let other = store.power(store.zero, try store.parse("y - b"))
    let atA = store.substitute(form, [(bracket, store.one), (other, store.zero)])
    #expect(atA == (try store.parse("exp(a)")), "\(PlainPrinter(store).print(form))")
  }

  static let cases: [(text: String, form: String)] = [
    ("[y = 0]*m/s^2 + (y - m)/s^2", "(1 - [y = 0])*(y - m)/s^2"),
    // Without the variable off the points there is nothing to keep apart.
    ("([y = 0] - s)/(s*(1 - s))", "([y = 0] - s)/(s*(1 - s))"),
    ("[y = 0]*m + y", "[y = 0]*m + y"),
  ]

  @Test("what holds off the points stands by itself where the variable is in it", arguments: cases)
  func casesStayApart(text: String, form: String) throws {
    let store = ExpressionStore()
    let positive = ["m", "s"].map { Condition.relation(store.symbol($0), .greater, store.zero) }
    let simplifier = Simplifier(Assumptions(store).assuming(positive))
    let printed = PlainPrinter(store).print(simplifier.textbookForm(try store.parse(text)))
    #expect(printed == form)
  }

  @Test("an expectation keeps its brackets, as it has integrated its variable")
  func expectationIsOpaque() throws {
    let store = ExpressionStore()
    let e = try store.parse("expectation([y = c]*y) + 1")
    let simplifier = Simplifier(Assumptions(store))
    #expect(simplifier.normal(e) == e && simplifier.textbookForm(e) == e)
  }
}
