import Multiprecision
import Testing

@Suite struct ArithmeticLibrariesTests {
  @Test(arguments: [ArithmeticLibraries.gmpVersion, ArithmeticLibraries.mpfrVersion])
  func versionsAreNumbers(version: String) {
    #expect(version.wholeMatch(of: /\d+\.\d+(\.\d+)?.*/) != nil)
  }
}
