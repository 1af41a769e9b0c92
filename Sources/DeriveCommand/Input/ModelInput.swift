import Diagnostics
import FamilyCatalog
import Syntax

/// The model that an argument stands for: a text in the language, standard input, a family's file, or a family's name.
struct ModelInput {
  /// The text that is analysed.
  let source: SourceText
  /// The family that the text was put together from.
  private let family: Family?
  /// What the model was taken to be, where it names a distribution.
  let notes: [String]

  /// Finds the model.
  init(_ argument: String, families option: String?) throws(InputFailure) {
    if argument != "-", let found = try Self.family(argument, option) {
      source = SourceText(name: found.source.name, text: found.model.text)
      family = found
      notes = []
      return
    }
    let typed = argument == "-" ? try Self.standardInput() : SourceText(text: argument)
    family = nil
    do {
      let named = try NamedModel(typed, catalog: FamilyCatalog.standard(option: option))
      source = named.map { SourceText(name: typed.name, text: $0.text) } ?? typed
      notes = named.map { [$0.note] } ?? []
    } catch {
      throw InputFailure(error, in: typed)
    }
  }

  /// A failure of the analysis, pointing into what the user wrote.
  func failure(_ diagnostics: DiagnosticList) -> InputFailure {
    guard let family else { return InputFailure(diagnostics, in: source) }
    return InputFailure(DiagnosticList(diagnostics.diagnostics.map(family.model.relocated)), in: family.source)
  }

  /// The largest size of standard input; the parser's own limit speaks first where the text is only somewhat too long.
  private static let maximumBytes = 16 << 20

  private static func standardInput() throws(InputFailure) -> SourceText {
    let name = "standard input"
    guard let bytes = FileDescriptor(number: StandardStream.input.rawValue).read(limit: maximumBytes) else {
      throw InputFailure(.inputTooLong(maximumBytes), in: name)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw InputFailure(.inputNotText(), in: name)
    }
    return SourceText(name: name, text: text)
  }

  /// The family of a file or name; nil where the argument is neither.
  private static func family(_ argument: String, _ option: String?) throws(InputFailure) -> Family? {
    do {
      if argument.hasSuffix(FamilyCatalog.fileExtension) { return try Family(contentsOf: argument) }
      guard isName(argument) else { return nil }
      return try FamilyCatalog.standard(option: option).family(named: argument)
    } catch {
      throw InputFailure(error.diagnostics, in: error.source)
    }
  }

  /// Whether an argument is one word, which is a name and never a density.
  private static func isName(_ argument: String) -> Bool {
    guard let first = argument.unicodeScalars.first, first.properties.isAlphabetic, argument.utf8.count > 1 else {
      return false
    }
    return argument.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        true
      default: false
      }
    }
  }
}
