import Diagnostics
import Expressions
import Foundation
import Multiprecision
import Numerics
import Syntax
import Testing

@testable import Calculus

/// Sentences in the style of books and papers mean what they say: the log-density and the score of each at a probe point,
/// against values that were computed apart from the program.
struct SentenceTests {
  struct Sentence: CustomTestStringConvertible, Sendable {
    let text: String
    let point: [(name: String, value: Rational)]
    let parameters: [String]
    let values: [String]
    var testDescription: String { text }
  }

  static let sentences: [Sentence] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Golden/language/sentences.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count == 5 else { return nil }
      let point = columns[1].split(separator: ",").compactMap { entry -> (String, Rational)? in
        let sides = entry.split(separator: "=").map(String.init)
        return Rational(sides[1]).map { (sides[0], $0) }
      }
      let names = columns[2].split(separator: ",").map(String.init)
      let values = [columns[3]] + columns[4].split(separator: ",").map(String.init)
      return Sentence(text: columns[0], point: point, parameters: names, values: values)
    }
  }()

  @Test func tableIsThere() { #expect(Self.sentences.count >= 200) }

  @Test(arguments: sentences)
  func meansWhatItSays(_ sentence: Sentence) throws {
    let store = ExpressionStore()
    let source = SourceText(text: sentence.text)
    let model: ParsedModel
    do throws(DiagnosticList) {
      model = try ModelParser(store: store).parse(source)
    } catch {
      Issue.record("\(DiagnosticRenderer().render(error, source: source, colour: false))")
      return
    }
    let names = Set(model.symbols.compactMap { store.symbolName($0.symbol) })
    #expect(names == Set(sentence.point.map(\.name)))
    let logDensity = model.isLogarithm ? model.density : store.log(model.density)
    let parameters = sentence.parameters.map { store.symbol($0) }
    let score = try Differentiation(store).gradient(of: logDensity, by: parameters)
    let evaluator = try ClosedFormEvaluator(
      store, expressions: [logDensity] + score, parameters: sentence.point.map { store.symbol($0.name) })
    let found = evaluator.evaluate(at: sentence.point.map(\.value), digits: 40)
    for (value, expected) in zip(found, sentence.values) {
      let reference = try #require(Real(expected, precision: 150))
      let isZero = reference.isZero && abs(value.doubleValue) < 1e-30
      #expect(isZero || value.relativeDigits(agreeingWith: reference) >= 22, "\(value.description(digits: 25))")
    }
  }
}
