import Diagnostics

/// How a family is named in a model: `Gamma(shape = alpha, rate = beta)`, the keys in the order in which the arguments come.
public struct FamilyCall: Hashable, Sendable {
  /// An argument: the key under which it can be given, and the family's own symbol.
  public struct Argument: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The parameter or known constant.
    public let symbol: Passage
  }

  /// The name.
  public let name: Passage
  /// The arguments.
  public let arguments: [Argument]

  /// Reads `Gamma(shape = alpha, rate = beta)`; an argument without a key has its symbol for one.
  init(_ body: Passage) throws(Diagnostic) {
    let bytes = Array(body.text.utf8)
    guard let opener = bytes.firstIndex(of: UInt8(ascii: "(")), bytes.last == UInt8(ascii: ")") else {
      throw .notACall(body)
    }
    name = body[0..<opener]
    guard name.words.count == 1 else { throw .notACall(body) }
    var arguments: [Argument] = []
    for part in body[opener + 1..<bytes.count - 1].listed {
      let words = part.words
      switch words.count {
      case 1: arguments.append(Argument(key: words[0].text, symbol: words[0]))
      case 3 where words[1].text == "=": arguments.append(Argument(key: words[0].text, symbol: words[2]))
      default: throw .notACall(body)
      }
    }
    self.arguments = arguments
  }
}
