import Diagnostics
import Expressions
import Testing

@testable import Syntax

/// Names that are read as formulas in the functions of the language.
@Suite struct ShorthandTests {
  @Test(arguments: Shorthand.all.flatMap { shorthand in shorthand.names.map { (shorthand, $0) } })
  func standsForItsFormula(_ shorthand: Shorthand, _ name: String) throws {
    let store = ExpressionStore()
    #expect(store.functions.function(named: name) == nil)
    let call = try store.parse("\(name)(\(shorthand.parameters.joined(separator: ", ")))")
    #expect(call == (try store.parse(shorthand.formula)))
  }

  @Test func argumentsTakeThePlaceOfAllParametersAtOnce() throws {
    let store = ExpressionStore()
    #expect(try store.parse("sigmoid(w*x + b)") == store.parse("1/(1 + exp(-(w*x + b)))"))
    #expect(try store.parse("max(b, a)") == store.parse("(b + a + abs(b - a))/2"))
  }

  @Test func aWrongNumberOfArgumentsIsSaid() {
    #expect {
      _ = try ExpressionStore().parse("max(a, b, c)")
    } throws: { error in
      (error as? DiagnosticList)?.diagnostics.map(\.id) == ["name.arity"]
    }
  }

  /// A regression: what stood in for the argument with an error was 1, and `log(1 - 1)` brought a complaint of its own.
  @Test func anErrorInAnArgumentIsOneError() {
    #expect {
      _ = try ModelParser(store: ExpressionStore()).parse(
        SourceText(text: "log p(y | w) = log(1 - unheard(w)), y in {0, 1}"))
    } throws: { error in
      (error as? DiagnosticList)?.diagnostics.map(\.id) == ["name.unknown-function"]
    }
  }
}
