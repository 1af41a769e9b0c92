import Foundation
import Testing
import Typesetting

@Suite struct JSONWriterTests {
  static let values: [(value: JSONValue, text: String)] = [
    (.null, "null\n"), (.bool(true), "true\n"), (.integer(-5), "-5\n"), (.array([]), "[]\n"), (.object([]), "{}\n"),
    (.string("a\"b\\c\n\u{1}θ"), #""a\"b\\c\n\u0001θ""# + "\n"),
    (.matrix([["1", nil], ["0", "x"]]), #"[["1", null], ["0", "x"]]"# + "\n"),
    (.object([.init("b", .integer(1)), .init("a", .null)]), #"{ "b": 1, "a": null }"# + "\n"),
  ]

  @Test(arguments: values)
  func isWritten(value: JSONValue, text: String) {
    #expect(JSONWriter().text(value) == text)
  }

  @Test func longValuesAreBrokenAndStayValid() throws {
    let long = JSONValue.strings((0..<40).map { "entry \($0)" })
    let text = JSONWriter().text(.object([.init("list", long), .init("empty", .array([]))]))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let parsed = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect((parsed["list"] as? [String])?.count == 40)
  }
}
