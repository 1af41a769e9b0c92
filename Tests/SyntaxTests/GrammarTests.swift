import Diagnostics
import Expressions
import Testing

@testable import Syntax

/// The normative grammar against the parser.
struct GrammarTests {
  private func firstDiagnostic(_ text: String) -> Diagnostic? {
    do throws(DiagnosticList) {
      _ = try ModelParser(store: ExpressionStore()).parse(SourceText(text: text))
      return nil
    } catch { return error.diagnostics.first }
  }

  @Test func everyProductionIsDefinedAndUsed() throws {
    let grammar = try GrammarFile.load()
    var used: Set = ["Model"]
    func visit(_ node: GrammarFile.Node) {
      switch node {
      case .reference(let name):
        used.insert(name)
        #expect(grammar.productions[name] != nil, "\(name) is not defined")
      case .sequence(let parts), .choice(let parts): parts.forEach(visit)
      case .repeated(let inner, _, _): visit(inner)
      case .exclusion(let inner, let excluded):
        visit(inner)
        visit(excluded)
      case .literal, .characters: return
      }
    }
    for name in grammar.names { grammar.productions[name].map(visit) }
    #expect(Set(grammar.names) == used)
  }

  @Test func examplesOfTheGrammarFile() throws {
    let grammar = try GrammarFile.load()
    #expect(grammar.accepted.count > 25)
    #expect(grammar.rejected.count > 20)
    for text in grammar.accepted {
      let diagnostic = firstDiagnostic(text)
      #expect(diagnostic == nil, "rejected with \(diagnostic?.message ?? ""): \(text)")
    }
    for (id, text) in grammar.rejected {
      #expect(firstDiagnostic(text)?.id == id, "\(firstDiagnostic(text)?.message ?? "accepted"): \(text)")
    }
  }

  /// What the grammar derives has the right form for the parser; what it means is another matter.
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func randomSentencesAreWellFormed(seed: UInt64) throws {
    var sentences = GrammarSentences(try GrammarFile.load(), seed: seed)
    for round in 0..<400 {
      let text = sentences.sentence(from: "Model", budget: 12 + round % 12)
      let source = SourceText(text: text)
      let parser = ModelParser(store: ExpressionStore())
      let diagnostics = parser.formDiagnostics(source).filter { !$0.id.hasPrefix("name.") }
      #expect(diagnostics.isEmpty, "seed \(seed): \(diagnostics.first?.message ?? "") in: \(text)")
      // Whatever it means, it is read or refused without harm.
      _ = try? parser.parse(source)
    }
  }

  /// Texts made worse by a few random changes are read or refused, never fatal, and refused in the same words each time.
  @Test(arguments: [21, 22, 23] as [UInt64])
  func damagedSentencesAreSafe(seed: UInt64) throws {
    var sentences = GrammarSentences(try GrammarFile.load(), seed: seed)
    var generator = SplitMix(state: seed)
    let pieces = Array(#"()[]{}|,;=~<>!^*/+-.0123456789eExXlog\ _²√∈∞θ₁"#)
    for _ in 0..<400 {
      var characters = Array(sentences.sentence(from: "Model", budget: 18))
      for _ in 0..<(1 + generator.below(4)) {
        let place = generator.below(characters.count + 1)
        switch generator.below(3) {
        case 0 where place < characters.count: characters.remove(at: place)
        case 1 where place < characters.count: characters[place] = pieces[generator.below(pieces.count)]
        default: characters.insert(pieces[generator.below(pieces.count)], at: place)
        }
      }
      let text = String(characters)
      let first = firstDiagnostic(text)
      #expect(firstDiagnostic(text) == first, "seed \(seed): \(text)")
      if let first { _ = DiagnosticRenderer().render(first, source: SourceText(text: text), colour: true) }
    }
  }
}
