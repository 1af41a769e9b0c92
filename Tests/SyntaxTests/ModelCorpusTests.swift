import Diagnostics
import Expressions
import Foundation
import Syntax
import Testing

/// Models of many families: each must be read, and its parts printed and read back to the same handles.
struct ModelCorpusTests {
  static let models = lines(of: "families.txt")
  static let informations = lines(of: "information.txt")

  static func lines(of name: String) -> [String] {
    let text =
      (try? String(contentsOf: GoldenFiles.folder("language").appendingPathComponent(name), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  @Test func corpusIsThere() {
    #expect(Self.models.count > 100)
    #expect(Self.informations.count > 50)
  }

  @Test(arguments: models)
  func modelParses(_ text: String) throws {
    let store = ExpressionStore()
    let source = SourceText(text: text)
    do throws(DiagnosticList) {
      let model = try ModelParser(store: store).parse(source)
      let printer = PlainPrinter(store)
      #expect(try store.parse(printer.print(model.density)) == model.density)
      for parsed in model.conditions {
        #expect(try store.parseCondition(printer.print(parsed.condition)) == parsed.condition)
      }
      let listed = (model.observed ?? []) + (model.parameters ?? []) + model.known
      #expect(Set(listed) == Set(model.symbols.map(\.symbol)))
    } catch {
      Issue.record("\(DiagnosticRenderer().render(error, source: source, colour: false))")
    }
  }

  @Test(arguments: informations)
  func informationParses(_ text: String) throws {
    let store = ExpressionStore()
    let e = try store.parse(text)
    #expect(try store.parse(PlainPrinter(store).print(e)) == e)
  }
}
