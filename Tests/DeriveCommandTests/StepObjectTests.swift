import Expressions
import Syntax
import Testing

/// Steps as data: a rule, both sides and the conditions, each of which the language reads back as what it printed.
@Suite struct StepObjectTests {
  static let models = [
    "bernoulli", "gamma", "weibull", "laplace", "normal", "negative-binomial", "zero-inflated-poisson",
    "student-known-nu", "von-mises", "dirichlet-3", "log p = -log(theta), 0 < x < theta",
  ]

  @Test(arguments: models)
  func stepsAreReadBack(model: String) throws {
    let object = try BuiltProgram.object([model, "--steps"]).object
    let derivations = try #require(object["derivations"] as? [[String: Any]])
    var count = 0
    for derivation in derivations {
      let subject = try #require(derivation["subject"] as? String)
      try isReadBack(subject)
      var current = subject
      for step in try #require(derivation["steps"] as? [[String: Any]]) {
        count += 1
        #expect((step["rule"] as? String)?.isEmpty == false)
        let (before, after) = (try #require(step["before"] as? String), try #require(step["after"] as? String))
        #expect(before == current, "each step goes on where the last one ended")
        try isReadBack(after)
        for condition in try #require(step["conditions"] as? [String]) { try isConditionReadBack(condition) }
        for (name, value) in try #require(step["bindings"] as? [String: String]) {
          #expect(!name.isEmpty)
          try isReadBack(value)
        }
        current = after
      }
    }
    #expect(count > 4, "\(count) steps")
  }

  private func isReadBack(_ text: String) throws {
    let store = ExpressionStore()
    let e = try store.parse(text)
    #expect(PlainPrinter(store).print(e) == text)
  }

  private func isConditionReadBack(_ text: String) throws {
    let store = ExpressionStore()
    let condition = try store.parseCondition(text)
    #expect(PlainPrinter(store).print(condition) == text)
  }
}
