import Testing

@testable import Typesetting

@Suite struct DecimalTextTests {
  static let cases: [(text: String, digits: Int, expected: String)] = [
    ("4.16666666666666666667", 5, "4.1667"), ("0.00123456", 3, "0.00123"), ("-12345.678", 3, "−12300"),
    ("9.9996", 4, "10"), ("0.99996", 4, "1"), ("99.996", 4, "100"), ("1.5e-30", 5, "1.5e-30"),
    ("-9.99e12", 2, "−10e12"),
    ("1.000000", 10, "1"), ("2.50", 5, "2.50"), ("inf", 3, "∞"), ("-inf", 3, "−∞"), ("nan", 3, "nan"),
    ("< 1e-50", 3, "< 1e-50"), ("0", 3, "0"), ("123456", 3, "123000"), ("0.0995", 2, "0.100"),
  ]

  @Test(arguments: cases)
  func isRounded(text: String, digits: Int, expected: String) {
    #expect(DecimalText.rounded(text, to: digits) == expected)
  }
}
