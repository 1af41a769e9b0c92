import Multiprecision
import Testing

@Suite struct LibraryVersionTests {
  @Test(arguments: [LibraryVersion.gmp, LibraryVersion.mpfr])
  func versionsAreNumbers(version: String) {
    #expect(version.wholeMatch(of: /\d+\.\d+(\.\d+)?.*/) != nil)
  }
}
