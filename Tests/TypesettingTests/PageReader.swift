import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads a page as XML and says what is wrong with it: the content models of MathML Core, the attributes of HTML and SVG
/// that must not be missing, and nothing that is fetched or run.
final class PageReader: NSObject, XMLParserDelegate {
  private(set) var faults: [String] = []
  private(set) var formulas = 0
  private(set) var elements: [String: Int] = [:]
  private var open: [Element] = []
  private var identifiers: Set<String> = []

  private struct Element {
    let name: String
    var children: [String] = []
    var text = ""
  }

  /// What is wrong with a page; empty where nothing is.
  static func read(_ page: String) -> PageReader {
    let reader = PageReader()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = reader
    let isRead = parser.parse()
    if !isRead || parser.parserError != nil {
      reader.faults.append("line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "not XML")")
    }
    if let element = reader.open.last {
      reader.faults.append("<\(element.name)> in line \(parser.lineNumber) is not closed")
    }
    return reader
  }

  /// How many children an element of MathML Core has; elements that take any number are not listed.
  private static let arity = ["mfrac": 2, "msup": 2, "msub": 2, "mover": 2, "munder": 2, "msubsup": 3, "munderover": 3]
  private static let tokens: Set<String> = ["mi", "mn", "mo", "mtext"]
  private static let mathematics: Set<String> = [
    "math", "mrow", "msqrt", "mtable", "mtr", "mtd", "mspace", "mstyle",
  ]
  private static let attributes: Set<String> = [
    "display", "displaystyle", "class", "form", "stretchy", "mathvariant", "linethickness", "accent", "width", "lspace",
    "rspace",
  ]

  private static func isMathematics(_ name: String) -> Bool {
    arity[name] != nil || tokens.contains(name) || mathematics.contains(name)
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    func complain(_ text: String) { faults.append("line \(parser.lineNumber): \(text)") }
    elements[name, default: 0] += 1
    let isInFormula = open.contains { $0.name == "math" }
    if name == "math" { formulas += 1 }
    if isInFormula || name == "math" {
      if !Self.isMathematics(name) { complain("<\(name)> is not in MathML Core") }
      for key in attributes.keys where !Self.attributes.contains(key) { complain("<\(name)> has \(key)") }
      if isInFormula, name == "math" { complain("a formula inside a formula") }
    } else if Self.isMathematics(name) {
      complain("<\(name)> outside a formula")
    }
    if name == "mtr", open.last?.name != "mtable" { complain("a row outside a table") }
    if name == "mtd", open.last?.name != "mtr" { complain("a cell outside a row") }
    if name == "script" || name == "link" || name == "img" { complain("<\(name)> in a self-contained page") }
    for (key, value) in attributes {
      if key.hasPrefix("on") { complain("a script in \(key)") }
      if ["src", "href"].contains(key), !value.hasPrefix("#") { complain("\(key) points at \(value)") }
      if key == "id", !identifiers.insert(value).inserted { complain("the id \(value) is not unique") }
    }
    if name == "html", attributes["lang"] == nil { complain("the page has no language") }
    if name == "svg", attributes["role"] != "img" { complain("a drawing without a role") }
    if name == "th", attributes["scope"] == nil { complain("a header cell without a scope") }
    if !open.isEmpty { open[open.count - 1].children.append(name) }
    open.append(Element(name: name))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if !open.isEmpty { open[open.count - 1].text += string }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    guard let element = open.popLast() else { return }
    func complain(_ text: String) { faults.append("line \(parser.lineNumber): \(text)") }
    if element.name != name { complain("<\(element.name)> is closed as <\(name)>") }
    if let wanted = Self.arity[name], element.children.count != wanted {
      complain("<\(name)> has \(element.children.count) parts and not \(wanted)")
    }
    let isEmpty = element.text.allSatisfy(\.isWhitespace)
    if Self.tokens.contains(name), isEmpty || !element.children.isEmpty { complain("<\(name)> has no text of its own") }
    if !Self.tokens.contains(name), Self.isMathematics(name), !isEmpty { complain("loose text in <\(name)>") }
    if name == "svg", element.children.first != "title" { complain("a drawing without a title") }
    if name == "details", element.children.first != "summary" { complain("details without a summary") }
  }
}
