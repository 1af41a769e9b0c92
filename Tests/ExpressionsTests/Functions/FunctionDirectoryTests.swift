import Expressions
import Foundation
import Syntax
import Testing

/// The folder of function files against the table, and the text of each definition against the language.
@Suite struct FunctionDirectoryTests {
  private static let folder = URL(filePath: #filePath, directoryHint: .notDirectory)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Expressions/Functions", directoryHint: .isDirectory)

  @Test func oneFileForEachFunctionOfTheTable() throws {
    let files = try FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "swift" }
    var names: [String] = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      let found = try String(contentsOf: file, encoding: .utf8).matches(of: /\bname: "([a-z_0-9]+)"/)
      #expect(found.count == 1, "\(file.lastPathComponent) defines \(found.count) functions")
      names += found.map { String($0.1) }
    }
    #expect(names.sorted() == FunctionTable.standard.definitions.map(\.name).sorted())
  }

  /// The functions that the language promises; sqrt is a power, sums and cases are syntax.
  @Test(arguments: [
    "log", "exp", "abs", "lgamma", "gamma", "digamma", "trigamma", "polygamma", "beta", "lbeta", "erf", "erfc",
    "normal_pdf", "normal_cdf", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "zeta",
    "zeta_deriv", "hurwitz_zeta", "besseli", "besselk", "gammainc", "expint", "e1", "ei", "li2", "polylog", "lerch",
    "lfactorial", "factorial", "binomial", "pi", "euler_gamma", "inf", "expectation", "diff",
  ])
  func promisedFunctionsExist(name: String) {
    #expect(FunctionTable.standard.definitions.contains { $0.name == name })
  }

  @Test(arguments: FunctionUnderTest.all)
  func formulasUseTheParametersOnly(_ function: FunctionUnderTest) throws {
    let definition = function.definition
    let store = ExpressionStore()
    let allowed = Set(definition.parameters)
    let formulas = definition.derivative + [definition.definition ?? "", definition.logarithm ?? ""]
    for text in formulas where !text.isEmpty {
      let names = store.freeSymbols(try store.parse(text)).compactMap { store.symbolName($0) }
      #expect(allowed.isSuperset(of: names), "\(text)")
    }
    for text in definition.domain + definition.values + definition.identities {
      guard case .relation(let left, _, let right) = try store.parseCondition(text) else {
        Issue.record("\(text) is not a relation")
        continue
      }
      let names = store.freeSymbols(store.sum([left, right])).compactMap { store.symbolName($0) }
      #expect(allowed.isSuperset(of: names), "\(text)")
    }
  }

  @Test(arguments: FunctionUnderTest.all)
  func callsPrintAndParseBack(_ function: FunctionUnderTest) throws {
    let store = ExpressionStore()
    let call = store.call(function.definition.name, function.definition.parameters.map { store.symbol($0) })
    for e in [call, store.square(call), store.negated(call), store.sum([call, store.one]), store.reciprocal(call)] {
      let text = PlainPrinter(store).print(e)
      #expect(try store.parse(text) == e, "\(text)")
    }
  }

  @Test(arguments: FunctionTable.standard.definitions.map(\.name))
  func everyNotationIsPresent(name: String) throws {
    let definition = try #require(FunctionTable.standard.definitions.first { $0.name == name })
    for text in [definition.notation.latex, definition.notation.mathML, definition.notation.unicode] {
      #expect(!text.isEmpty)
    }
  }

  /// A special value with a parameter in it applies to every argument in that place, so each parameter keeps its own place.
  @Test(arguments: FunctionUnderTest.all)
  func patternsKeepParametersInPlace(_ function: FunctionUnderTest) throws {
    let store = ExpressionStore()
    let symbols = function.definition.parameters.map { store.symbol($0) }
    for text in function.definition.values {
      guard case .relation(let left, .equal, _) = try store.parseCondition(text), store.op(left) == .call else {
        continue
      }
      for (argument, symbol) in zip(store.operands(left), symbols) {
        #expect(argument == symbol || store.freeSymbols(argument).isEmpty, "\(text)")
      }
    }
  }
}
