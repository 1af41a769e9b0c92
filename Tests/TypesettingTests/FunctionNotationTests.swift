import Expressions
import Testing
import Typesetting

/// Every function of the table can be set in every output, and no output leaves its notation out.
@Suite struct FunctionNotationTests {
  static let names = FunctionTable.standard.definitions.map(\.name)

  private func call(_ name: String, in store: ExpressionStore) throws -> (FunctionDefinition, Expr) {
    let id = try #require(store.functions.function(named: name))
    let definition = store.functions[id]
    let count = definition.isVariadic ? max(definition.arity, 3) : definition.arity
    let letters = ["a", "b", "c", "d"].prefix(count).map { store.symbol($0) }
    return (definition, store.call(id, letters))
  }

  @Test(arguments: names)
  func hasEveryNotation(name: String) throws {
    let notation = try call(name, in: ExpressionStore()).0.notation
    #expect(!notation.latex.isEmpty && !notation.mathML.isEmpty && !notation.unicode.isEmpty)
    #expect(!notation.unicode.contains("\\"))
    #expect(notation.latex.unicodeScalars.allSatisfy { $0.isASCII }, "LaTeX is spelled in ASCII: \(notation.latex)")
  }

  @Test(arguments: names)
  func isSetWithItsArguments(name: String) throws {
    let store = ExpressionStore()
    let (definition, call) = try call(name, in: store)
    let text = UnicodeBackend().line(BoxBuilder(store, layout: .inline).box(call))
    let latex = LaTeXBackend().text(BoxBuilder(store, layout: .stacked).box(call))
    let mathML = MathMLBackend().text(BoxBuilder(store, layout: .stacked).box(call))
    let open = openElements(mathML)
    for letter in ["a", "b"].prefix(definition.arity) {
      #expect(text.contains(letter) || text.contains("ᵃ") || text.contains("ₐ"), "\(text) lacks \(letter)")
      #expect(latex.contains(letter), "\(latex) lacks \(letter)")
      #expect(mathML.contains("<mi>\(letter)</mi>"), "\(mathML) lacks \(letter)")
    }
    #expect(isBalanced(latex, open: "{", close: "}"))
    #expect(isBalanced(text, open: "(", close: ")"))
    #expect(open.isEmpty, "unclosed elements in \(mathML)")
  }

  /// A call keeps its meaning as a base, as an exponent, in a product and under a fraction line.
  @Test(arguments: names)
  func isSetInsideOtherFormulas(name: String) throws {
    let store = ExpressionStore()
    let (_, call) = try call(name, in: store)
    let x = store.symbol("x")
    let surroundings = [
      store.square(call), store.power(x, call), store.product([x, call, store.log(x)]), store.quotient(x, call),
      store.squareRoot(call), store.difference(x, call), store.log(call),
    ]
    for e in surroundings {
      let latex = LaTeXBackend().text(BoxBuilder(store, layout: .stacked).box(e))
      let text = UnicodeBackend().line(BoxBuilder(store, layout: .inline).box(e))
      #expect(isBalanced(latex, open: "{", close: "}") && isBalanced(text, open: "(", close: ")"), "\(text)")
      #expect(!latex.contains("}^{") || !latex.contains("^{2}^{"), "a double superscript in \(latex)")
    }
  }

  private func isBalanced(_ text: String, open: Character, close: Character) -> Bool {
    var depth = 0
    var previous: Character = " "
    for character in text {
      if previous != "\\" {
        if character == open { depth += 1 }
        if character == close { depth -= 1 }
        if depth < 0 { return false }
      }
      previous = character
    }
    return depth == 0
  }

  /// The elements that are still open at the end.
  private func openElements(_ text: String) -> [String] {
    var open: [String] = []
    for piece in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
      let name = piece.prefix { $0 != ">" && $0 != " " }
      if name.hasPrefix("/") {
        if open.last == String(name.dropFirst()) { open.removeLast() }
      } else {
        open.append(String(name))
      }
    }
    return open
  }
}
