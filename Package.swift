// swift-tools-version: 6.1
import PackageDescription

#if canImport(Glibc)
  import Glibc

  /// Whether the libraries that the program needs are there as archives; Debian's packages have them.
  let hasArchives = ["/usr/lib*/{,*/}lib{c,gmp,mpfr}.a", "/usr/lib*/gcc/*/*/libstdc++.a"].allSatisfy { pattern in
    var found = glob_t()
    defer { globfree(&found) }
    return glob(pattern, GLOB_BRACE, nil, &found) == 0
  }
#else
  let hasArchives = false
#endif

/// The program holds the standard library, whose calls need no look-up then: a report takes about 0.85 of the time. Where it
/// holds all its libraries, it needs no loader either: 0.9 of that.
let staticLibrary = [hasArchives ? "-static-executable" : "-static-stdlib"]
let staticPlatforms = BuildSettingCondition.when(platforms: [.linux], configuration: .release)

/// The modules, in reading order; an arrow may only point at a module above (`ArchitectureTests` reads the imports).
let package = Package(
  name: "derive",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "derive", targets: ["derive"]),
    // The parts that the nested `Benchmarks` package measures.
    .library(name: "DeriveEngine", targets: ["Multiprecision", "Expressions", "Syntax", "Calculus", "Numerics"]),
    // The parts that the nested `Fuzzing` package attacks.
    .library(name: "DeriveLanguage", targets: ["Diagnostics", "Expressions", "Syntax", "FamilyCatalog"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    .systemLibrary(
      name: "CMPFR", pkgConfig: "mpfr", providers: [.apt(["libmpfr-dev", "libgmp-dev"]), .brew(["mpfr"])]),
    .target(name: "Diagnostics"),
    .target(name: "Multiprecision", dependencies: ["CMPFR"]),
    .target(name: "Expressions", dependencies: ["Multiprecision"]),
    .target(name: "Syntax", dependencies: ["Diagnostics", "Expressions", "Multiprecision"]),
    .target(name: "Calculus", dependencies: ["Expressions", "Multiprecision", "Syntax", "Diagnostics"]),
    .target(name: "Numerics", dependencies: ["Expressions", "Multiprecision"]),
    .target(name: "Expectation", dependencies: ["Calculus", "Expressions", "Multiprecision", "Syntax"]),
    .target(name: "FamilyCatalog", dependencies: ["Syntax", "Expressions", "Multiprecision", "Diagnostics"]),
    .target(
      name: "FisherInformation",
      dependencies: [
        "Expectation", "Numerics", "FamilyCatalog", "Calculus", "Expressions", "Multiprecision", "Syntax",
        "Diagnostics",
      ]),
    .target(name: "Typesetting", dependencies: ["Calculus", "Expressions", "Multiprecision", "Syntax"]),
    .target(
      name: "DeriveCommand",
      dependencies: [
        "FisherInformation", "Typesetting", "FamilyCatalog", "Numerics", "Expectation", "Calculus", "Syntax",
        "Expressions", "Multiprecision", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "derive", dependencies: ["DeriveCommand"], swiftSettings: [.unsafeFlags(staticLibrary, staticPlatforms)],
      linkerSettings: [.unsafeFlags(staticLibrary + ["-use-ld=lld"], staticPlatforms)]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "MultiprecisionTests", dependencies: ["Multiprecision", "TestSupport"], exclude: ["Fixtures"]),
    .testTarget(
      name: "ExpressionsTests", dependencies: ["Expressions", "Multiprecision", "Syntax", "Numerics", "TestSupport"]),
    .testTarget(
      name: "SyntaxTests",
      dependencies: ["Calculus", "Numerics", "Syntax", "Expressions", "Multiprecision", "Diagnostics"]),
    .testTarget(
      name: "CalculusTests", dependencies: ["Calculus", "Numerics", "Syntax", "Expressions", "Multiprecision"]),
    .testTarget(
      name: "NumericsTests", dependencies: ["Numerics", "Syntax", "Expressions", "Multiprecision"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "ExpectationTests",
      dependencies: ["Expectation", "Numerics", "Calculus", "Syntax", "Expressions", "Multiprecision"]),
    .testTarget(name: "FamilyCatalogTests", dependencies: ["FamilyCatalog", "Syntax", "Expressions", "Diagnostics"]),
    .testTarget(
      name: "FisherInformationTests",
      dependencies: [
        "FisherInformation", "FamilyCatalog", "Expectation", "Numerics", "Calculus", "Syntax", "Expressions",
        "Multiprecision", "Diagnostics",
      ]),
    .testTarget(
      name: "TypesettingTests", dependencies: ["Typesetting", "Calculus", "Syntax", "Expressions", "Multiprecision"]),
    .testTarget(
      name: "DeriveCommandTests",
      dependencies: [
        "DeriveCommand", "derive", "FisherInformation", "FamilyCatalog", "Calculus", "Syntax", "Expressions",
        "Diagnostics", "TestSupport",
      ]),
    .testTarget(name: "ArchitectureTests"),
  ],
  swiftLanguageModes: [.v6]
)
