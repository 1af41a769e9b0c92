import Diagnostics
import Expressions
import FamilyCatalog
import LibFuzzer
import Syntax

/// Feeds the parser and the loader of families with the inputs of libFuzzer: the first byte chooses the reader, the rest is
/// its text.
///
/// A reader may refuse a text; it must not trap, hang or recurse without bound, what it prints must read back, and every
/// diagnostic must be renderable.
@main
enum Fuzz {
  static func main() {
    run(CommandLine.argc, CommandLine.unsafeArgv)
  }

  private static func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) {
    var (count, arguments) = (count, arguments)
    _ = LLVMFuzzerRunDriver(&count, &arguments) { start, count in
      Fuzz.read(UnsafeBufferPointer(start: start, count: count))
      return 0
    }
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first, let text = String(validating: bytes.dropFirst(), as: UTF8.self) else { return }
    let source = SourceText(text: text)
    if first.isMultiple(of: 2) { readModel(source) } else { readFamily(source) }
  }
}

private func readModel(_ source: SourceText) {
  let store = ExpressionStore()
  do throws(DiagnosticList) {
    let model = try ModelParser(store: store).parse(source)
    let names = Set(model.symbols.compactMap { store.symbolName($0.symbol) })
    let printed = PlainPrinter(store).print(model.density)
    let again = try? store.parse(printed, declaring: names)
    // A printed formula may reach a limit on its own: numbers are written out, and powers become nested.
    if let again { precondition(again == model.density, "printed as \(printed)") }
  } catch {
    _ = DiagnosticRenderer().render(error, source: source, colour: true)
  }
}

private func readFamily(_ source: SourceText) {
  do throws(DiagnosticList) {
    _ = try Family(source)
  } catch {
    _ = DiagnosticRenderer().render(error, source: source, colour: true)
  }
}
