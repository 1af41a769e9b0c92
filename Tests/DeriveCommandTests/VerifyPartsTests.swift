import Multiprecision
import Testing
import Typesetting

@testable import DeriveCommand

/// The parts of a verification that need no model.
@Suite struct VerifyPartsTests {
  static let comparisons: [(printed: String, value: String, digits: Int, finding: PrintedNumber.Comparison)] = [
    ("0.4444", "0.44443", 10, .agrees(digits: 5)),
    ("1.444", "1.4441", 10, .agrees(digits: 4)),
    ("0.4444", "0.4448", 10, .differs),
    ("0.4444", "-0.4444", 10, .differs),
    ("1.5e-30", "0", 20, .agrees(digits: 20)),
    ("< 1e-50", "0", 38, .agrees(digits: 38)),
    ("< 1e-50", "0.001", 38, .differs),
    ("0", "0", 38, .agrees(digits: 38)),
    ("0", "1e-30", 38, .differs),
    ("inf", "inf", 38, .agrees(digits: 38)),
    ("inf", "-inf", 38, .differs),
    ("inf", "1", 38, .differs),
  ]

  @Test(arguments: comparisons)
  func numbersCompareAsFarAsTheyArePrinted(
    printed: String, value: String, digits: Int, finding: PrintedNumber.Comparison
  ) throws {
    let number = try #require(PrintedNumber(printed))
    let other = try #require(Real(value, precision: 200))
    #expect(number.compared(with: other, scale: .one, digits: digits) == finding)
  }

  @Test(arguments: ["", "nan", "one", "< x"])
  func whatIsNoNumberIsNone(text: String) {
    #expect(PrintedNumber(text) == nil)
  }

  @Test func findingsJoin() {
    let agreed = NumericFinding.agrees(digits: 30, points: 1)
    #expect(agreed.joined(with: .agrees(digits: 24, points: 2)) == .agrees(digits: 24, points: 3))
    #expect(agreed.joined(with: .none) == agreed)
    #expect(NumericFinding.none.joined(with: .differs("here")) == .differs("here"))
    #expect(NumericFinding.differs("here").joined(with: agreed) == .differs("here"))
  }

  static let values: [(text: String, value: JSONValue)] = [
    ("null", .null), (" true ", .bool(true)), ("-12", .integer(-12)), ("1.5e3", .string("1.5e3")),
    ("[]", .array([])), ("{}", .object([])), (#""a\"b\n\u00e9\ud835\udfd9""#, .string("a\"b\né𝟙")),
    (
      #"{"k": [1, "x"], "l": {}}"#,
      .object([.init("k", .array([.integer(1), .string("x")])), .init("l", .object([]))])
    ),
  ]

  @Test(arguments: values)
  func jsonIsRead(text: String, value: JSONValue) throws {
    #expect(try JSONReader.value(of: text) == value)
  }

  @Test(arguments: ["", "[1,]", "[1", "{\"a\" 1}", "nil", "\"a", "\"\\x\"", "1 2", "\"\\ud835\""])
  func whatIsNotJSONIsRefused(text: String) {
    #expect(throws: JSONReader.Failure.self) { try JSONReader.value(of: text) }
  }

  @Test func deepNestingIsRefused() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: JSONReader.Failure.self) { try JSONReader.value(of: text) }
  }

  @Test func columnsAreAligned() {
    #expect(TextTable([["a", "bc", "d"], ["abc", "", "e"], ["x"]]).text == "a    bc  d\nabc      e\nx\n")
  }

  @Test(arguments: [FamiliesCommand.helpMessage(columns: 200), VerifyCommand.helpMessage(columns: 200)])
  func everyOptionIsKnownToTheArrangement(help: String) throws {
    for line in help.split(separator: "\n") {
      guard let match = line.firstMatch(of: /^  (?:-[a-z], )?(--[a-z-]+)( <)?/) else { continue }
      let known = match.2 == nil ? ArgumentArrangement.flags : ArgumentArrangement.valued
      #expect(known.contains(String(match.1)), "\(match.1)")
    }
  }
}
