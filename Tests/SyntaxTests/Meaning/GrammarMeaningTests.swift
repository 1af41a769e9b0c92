import Calculus
import Diagnostics
import Expressions
import Foundation
import Multiprecision
import Numerics
import Syntax
import Testing

/// Random sentences of the grammar mean what the grammar says: value of the log-density and score at a point, against an
/// evaluation of the sentence's derivation that knows nothing of the parser.
struct GrammarMeaningTests {
  private static let point: [(name: String, value: Rational)] = [
    ("x", Rational(13, 10)), ("a", Rational(7, 4)), ("lambda", Rational(3, 5)), ("sigma", Rational(9, 4)),
    ("mu[1]", Rational(2, 5)), ("x_1", Rational(5, 7)),
  ]

  /// Names and numbers with values, functions with as many arguments as they take, and conditions that points decide.
  private static let narrowed: [String: GrammarFile.Node] = [
    "Variable": choice("x", "a", "lambda", "λ", "σ", "sigma", "mu[1]", "x₁", "x_1"),
    "NUMBER": choice("2", "3", "1", "0.5", ".25", "1e-1", "12e-1", "5"),
    "SUPERSCRIPT": choice("²", "³", "⁻¹", "⁻²"), "RAISED": choice("ˣ"),
    "Call": .choice([
      .sequence([
        choice("exp (", "log(", "ln(", "sqrt(", "abs(", "sin(", "cosh(", "tanh (", "atan(", "erf(", "gamma(", "Γ("),
        .reference("Expression"), .literal(")"),
      ]),
      .sequence([.literal("beta("), .reference("Expression"), .literal(","), .reference("Expression"), .literal(")")]),
    ]),
    "Binder": .sequence([
      choice("sum", "prod"), .literal("("), .literal("i"), choice("in", "∈"), .literal("1"), .literal(".."),
      choice("2", "3"), .literal(","), .literal("i * ("), .reference("Expression"), .literal(")"), .literal(")"),
    ]),
    "Condition": .sequence([.reference("Expression"), choice("<", "<=", "≤", ">", "≥"), .reference("Expression")]),
  ]

  private static func choice(_ texts: String...) -> GrammarFile.Node { .choice(texts.map { .literal($0) }) }

  @Test func randomSentencesMeanWhatTheGrammarSays() throws {
    let seed: UInt64 = 20_261
    var sentences = GrammarSentences(try GrammarFile.load(), seed: seed, narrowed: Self.narrowed)
    let meaning = GrammarMeaning(point: Self.point.map { ($0.name, $0.value.doubleValue) })
    var compared = 0
    for round in 0..<6_000 where compared < 1_000 {
      let derivation = sentences.derivation(from: "Expression", budget: 9 + round % 9)
      guard let value = try? meaning.value(derivation) else { continue }
      let isDensity = round.isMultiple(of: 4)
      let expected = isDensity ? value.mapped(log(value.value), slope: 1 / value.value) : value
      guard expected.value.isFinite, expected.derivatives.allSatisfy(\.isFinite), expected.magnitude < 1e6,
        !isDensity || value.value > 1e-6
      else { continue }
      let header = isDensity ? "p = " : ["", "log p = ", "log f(x) = "][round % 3]
      let text = header + derivation.words.joined(separator: " ")
      if try agrees(text, expected, seed) { compared += 1 }
    }
    #expect(compared == 1_000, "seed \(seed): \(compared) sentences were compared")
  }

  /// Compares the parser's reading of a text with what it means; false for a text that is refused for what it means.
  private func agrees(_ text: String, _ expected: Dual, _ seed: UInt64) throws -> Bool {
    let store = ExpressionStore()
    let model: ParsedModel
    do throws(DiagnosticList) {
      model = try ModelParser(store: store).parse(SourceText(text: text))
    } catch {
      let id = error.diagnostics[0].id
      #expect(
        id.hasPrefix("domain.") || id.hasPrefix("limit."), "seed \(seed): \(error.diagnostics[0].message) in \(text)")
      return false
    }
    // A factor of a density that is a bracket states its support.
    let logDensity = model.isLogarithm ? model.density : store.log(model.density)
    let symbols = Self.point.map { store.symbol($0.name) }
    let score = try Differentiation(store).gradient(of: logDensity, by: symbols)
    let evaluator = try ClosedFormEvaluator(store, expressions: [logDensity] + score, parameters: symbols)
    let found = evaluator.evaluate(at: Self.point.map(\.value), digits: 20).map(\.doubleValue)
    for (value, reference) in zip(found, [expected.value] + expected.derivatives) {
      let scale = max(abs(reference), expected.magnitude * 1e-3, 1e-3)
      #expect(abs(value - reference) < 1e-7 * scale, "seed \(seed): \(value) for \(reference) in \(text)")
    }
    return true
  }
}
