import Testing

/// The derivation never reads a claim: outside the catalogue, only the command that verifies claims may name them.
@Suite struct ClaimTests {
  @Test func nothingThatDerivesNamesAClaim() throws {
    for file in try Repository.swiftFiles(under: "Sources") {
      guard file.target != "FamilyCatalog", !file.path.hasPrefix("Sources/DeriveCommand/Verify") else { continue }
      let code = SwiftText(file.text).code
      #expect(!code.contains(/\.claims\b|\bClaim\b/), "\(file.path) reads claims")
    }
  }
}
