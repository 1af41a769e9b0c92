import Diagnostics
import Expressions
import FamilyCatalog
import Foundation
import Syntax
import Testing

/// Inputs that the fuzzer found, those that once took too long among them: read or refused, what is read prints back.
struct FuzzCorpusTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Golden/fuzz")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test func corpusIsThere() { #expect(Self.names.count > 20) }

  @Test func everyInputIsReadOrRefused() throws {
    for name in Self.names { try isReadOrRefused(name) }
  }

  private func isReadOrRefused(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(name)))
    guard let first = bytes.first, let text = String(validating: bytes.dropFirst(), as: UTF8.self) else { return }
    let source = SourceText(text: text)
    do throws(DiagnosticList) {
      guard first.isMultiple(of: 2) else {
        _ = try Family(source)
        return
      }
      let store = ExpressionStore()
      let model = try ModelParser(store: store).parse(source)
      let names = Set(model.symbols.compactMap { store.symbolName($0.symbol) })
      let printed = PlainPrinter(store).print(model.density)
      if let again = try? store.parse(printed, declaring: names) {
        #expect(again == model.density, "\(name): \(printed)")
      }
    } catch {
      #expect(!DiagnosticRenderer().render(error, source: source, colour: true).isEmpty, "\(name)")
    }
  }
}
